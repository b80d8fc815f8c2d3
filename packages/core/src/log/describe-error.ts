import { escapeControls } from "./escape-controls.js";
import { headOf, readError, readProperty } from "./read-error.js";
import { shorten } from "./shorten.js";
import { showMembers, showValue } from "./show-value.js";

const MAX_CHARACTERS = 16_000;
/** The longest message of a single error, in characters. */
const MAX_MESSAGE = 4_000;
/** The most errors that are shown with their causes. */
const MAX_ERRORS = 10;

const INDENT = "    ";
/** Begins each further line of a text that is not ours. */
const CONTINUED = "| ";
/** A call in a stack, as V8 and other engines write it. A stack may have lines of an earlier message, too. */
const CALL = /^at |^[^ ]*@/;

/**
 * Describes what was thrown, for a log: the message, the stack, other properties and causes. All lines after the first are
 * indented, and further lines of a message are marked, so that no text in it looks like an entry of its own, or like a call
 * in the stack. It never throws.
 *
 * @example
 * ```ts
 * describeError(new Error("a\nb", { cause: "c" })); // "Error: a\n    | b\n    at …\n    [cause]: c"
 * ```
 */
export function describeError(thrown: unknown): string {
  let lines: readonly string[];
  try {
    lines = linesOf(thrown, new Set());
  } catch {
    lines = ["An error that cannot be shown."];
  }
  return shorten(lines.map(escapeControls).join("\n"), MAX_CHARACTERS);
}

/** @param seen The errors that were described before, because an error may be its own cause */
function linesOf(thrown: unknown, seen: Set<unknown>): readonly string[] {
  const parts = readError(thrown);
  if (parts === undefined) return toLines(typeof thrown === "string" ? thrown : showValue(thrown));
  const error = thrown as Error;
  const head = toLines(headOf(parts));
  if (seen.has(error) || seen.size >= MAX_ERRORS) return head;
  seen.add(error);
  const calls = parts.frames.map((line) => (CALL.test(line) ? line : CONTINUED + line));
  const more = [...calls, ...detailsOf(error), ...causesOf(error, seen)];
  return [...head, ...more.map((line) => INDENT + line)];
}

function toLines(text: string): readonly string[] {
  return shorten(text, MAX_MESSAGE)
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? line : INDENT + CONTINUED + line));
}

const DESCRIBED: ReadonlySet<string> = new Set(["name", "message", "stack", "cause"]);

/** Properties such as `code`. */
function detailsOf(error: Error): readonly string[] {
  const keys = Object.keys(error).filter((key) => !DESCRIBED.has(key));
  return keys.length === 0 ? [] : [showMembers(error, keys)];
}

/** The cause, and what an `AggregateError` consists of. */
function causesOf(error: Error, seen: Set<unknown>): readonly string[] {
  const cause = readProperty(error, "cause");
  const errors = error instanceof AggregateError ? readProperty(error, "errors") : undefined;
  const parts = Array.isArray(errors) ? errors.slice(0, MAX_ERRORS) : [];
  return [
    ...(cause === undefined ? [] : named("cause", linesOf(cause, seen))),
    ...parts.flatMap((part, index) => named(`errors.${index}`, linesOf(part, seen))),
  ];
}

function named(name: string, [first, ...rest]: readonly string[]): readonly string[] {
  return [`[${name}]: ${first}`, ...rest];
}
