/** What an error says. */
export interface ErrorParts {
  readonly name: string;
  readonly message: string;
  /** The calls that led to it, each with its place. */
  readonly frames: readonly string[];
}

/** The longest stack that is read, in characters. */
const MAX_STACK = 8_000;

/** Reads an error. It never throws, whatever the error's getters do. Returns `undefined` for what is not an error. */
export function readError(thrown: unknown): ErrorParts | undefined {
  if (!isError(thrown)) return undefined;
  const message = readText(thrown, "message");
  return { name: nameOf(thrown), message, frames: framesOf(thrown, message) };
}

/** The name of an error with its message. */
export function headOf({ name, message }: ErrorParts): string {
  return message === "" ? name : `${name}: ${message}`;
}

/** Reads a property. Returns `undefined` if that throws. */
export function readProperty(object: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}

/** Whether it is an error, also of another realm such as `node:vm`. It never throws. */
function isError(thrown: unknown): thrown is Error {
  try {
    return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
  } catch {
    return false;
  }
}

function readText(error: Error, key: keyof Error): string {
  const text = readProperty(error, key);
  return typeof text === "string" ? text : "";
}

/** The error's name, or the name of its class if that says more. */
function nameOf(error: Error): string {
  const name = readText(error, "name") || "Error";
  const constructor = readProperty(error, "constructor");
  const className = typeof constructor === "function" ? readProperty(constructor, "name") : undefined;
  if (typeof className !== "string" || className === "") return name;
  return name === "Error" || className.endsWith(name) ? className : name;
}

function framesOf(error: Error, message: string): readonly string[] {
  const stack = readText(error, "stack");
  // What follows the message, whose lines may look like frames.
  const head = message === "" ? readText(error, "name") : `: ${message}`;
  const at = stack.indexOf(head);
  const begin = at < 0 ? 0 : at + head.length;
  const lines = stack.slice(begin, begin + MAX_STACK).split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
