import { defineServer, RegistrationError, type ServerDefinition } from "@plainmcp/core";
import { registeredManifest } from "@plainmcp/core/register";
import { EXIT_FAILURE, ExitError } from "./exit.js";

/**
 * The server that an export stands for, checked against its manifest.
 * Throws an {@link ExitError} when the export is none or does not agree with its manifest.
 *
 * @param value What was exported
 * @param origin How to name the export in errors, such as `the default export of weather.ts`
 */
export function toServer(value: unknown, origin: string): ServerDefinition {
  if (!isObject(value)) throw new ExitError(EXIT_FAILURE, `${origin} is ${problemOf(value)}`);
  const server = defineServer(value);
  // What is a definition already may have brought a manifest along.
  if (server !== value) checkMembers(value, origin);
  try {
    server.registry();
  } catch (error) {
    if (error instanceof RegistrationError) throw new ExitError(EXIT_FAILURE, error.message);
    throw error;
  }
  return server;
}

function checkMembers(value: object, origin: string): void {
  const members: readonly (readonly [unknown, string])[] = Array.isArray(value)
    ? value.map((member: unknown, index) => [member, `element ${index} of ${origin}`])
    : [[value, origin]];
  for (const [member, name] of members) {
    const problem = problemOf(member);
    if (problem !== undefined) throw new ExitError(EXIT_FAILURE, `${name} is ${problem}`);
  }
}

const EXPECTED = "It must be a decorated class, an instance of one, or an array of them.";

/** Why a value cannot be served, as the rest of a sentence that begins with its name. */
function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) return `${value === null ? "null" : typeof value}. ${EXPECTED}`;
  if (typeof value === "function") {
    if (registeredManifest(value as Class) !== undefined) return undefined;
    if (isClass(value)) return `the class ${value.name}, ${NOTHING_TO_SERVE}`;
    return `a function. ${EXPECTED} If the function makes one, export what it returns.`;
  }
  if (value instanceof Promise) return "a Promise. Await it: export default await …";
  const { constructor } = value;
  if (typeof constructor !== "function" || !isClass(constructor))
    return `a plain ${Array.isArray(value) ? "array" : "object"}. ${EXPECTED}`;
  if (registeredManifest(constructor as Class) !== undefined) return undefined;
  return `an instance of ${constructor.name}, ${NOTHING_TO_SERVE}`;
}

const NOTHING_TO_SERVE =
  "which cannot be served. Put @tool, @resource or @prompt on its methods; if it is abstract or generic, export a class that extends it.";

type Class = Parameters<typeof registeredManifest>[0];

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

function isObject(value: unknown): value is object {
  return typeof value === "function" || (typeof value === "object" && value !== null);
}
