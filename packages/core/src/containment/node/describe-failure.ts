import { inspect } from "node:util";

const MAX_CHARACTERS = 1_000;

/** Describes an error in one line, with the place in the user's code that threw it. It never throws itself. */
export function describeFailure(error: unknown): string {
  try {
    return error instanceof Error ? describe(error) : `Thrown: ${cut(inspect(error, { depth: 0 }))}`;
  } catch {
    return "An error that cannot be shown";
  }
}

function describe(error: Error): string {
  const { message, stack } = error;
  const place = placeOf(String(stack), String(message));
  return `${cut(String(error))}${place === undefined ? "" : `, ${place}`}`;
}

/** The first stack frame outside Node. Skips the message, whose lines may look like frames. */
function placeOf(stack: string, message: string): string | undefined {
  const at = stack.indexOf(message);
  const frames = stack.slice(at < 0 ? 0 : at + message.length).split("\n");
  return frames.map((line) => line.trim()).find((line) => line.startsWith("at ") && !/[( ]node:/.test(line));
}

function cut(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
