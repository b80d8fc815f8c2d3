import { isBuiltin } from "node:module";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { codeOf } from "../diagnostics/diagnostic-codes.js";

/**
 * Reports once that the types of Node.js are missing, in place of TypeScript's many errors: one for each name, each
 * with other advice, and one for every value that lost its type.
 *
 * @param help How to install them
 */
export function explainNodeTypes(diagnostics: readonly Diagnostic[], help: string): readonly Diagnostic[] {
  const missing = diagnostics.filter((one) => missingName(one) !== undefined);
  const located = missing.filter(({ file }) => file !== undefined);
  const first = located.find(({ outsideContract }) => !outsideContract) ?? located[0] ?? missing[0];
  if (first === undefined) return diagnostics;
  const files = new Set(missing.map(({ file }) => file));
  const explained = new Set([
    ...missing,
    ...diagnostics.filter(({ code, file }) => LOST_TYPE.has(code) && files.has(file)),
  ]);
  const names = [...new Set(located.map(missingName))].map((name) => `\`${name}\``);
  const { severity: _, code: __, message: ___, ...place } = first;
  const explanation = { ...place, ...codeOf("no-node-types"), message: toMessage(names), help };
  return diagnostics.flatMap((one) => (one === first ? [explanation] : explained.has(one) ? [] : [one]));
}

function toMessage(names: readonly string[]): string {
  if (names.length === 0) return "The tsconfig asks for the types of Node.js, which are not installed.";
  const [shown, rest] = [names.slice(0, SHOWN), names.length - SHOWN];
  const list = rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(" and ");
  return `${list} ${names.length === 1 ? "comes" : "come"} from Node.js, whose types are missing.`;
}

const SHOWN = 3;

/** The name that TypeScript cannot find, if Node's types declare it. */
function missingName({ code, message }: Diagnostic): string | undefined {
  const name = /'([^']+)'/.exec(message)?.[1];
  if (name === undefined) return undefined;
  if (SUGGESTS_NODE_TYPES.has(code)) return message.includes("@types/node") ? name : undefined;
  if (code === NO_MODULE) return isBuiltin(name) ? name : undefined;
  return NO_NAME.has(code) && GLOBALS.has(name) ? name : undefined;
}

/** "Cannot find name … Do you need to install type definitions for node?" */
const SUGGESTS_NODE_TYPES: ReadonlySet<string> = new Set(["TS2580", "TS2591"]);

/** "Cannot find module …" */
const NO_MODULE = "TS2307";

/** "Cannot find name …", "… namespace …", "type definition file for …", and the advice to change the `lib` option. */
const NO_NAME: ReadonlySet<string> = new Set(["TS2304", "TS2503", "TS2688", "TS2584"]);

/** Errors that follow from a missing name: an unresolved type, and a parameter, variable or index of type `any`. */
const LOST_TYPE: ReadonlySet<string> = new Set([
  codeOf("unresolved-type").code,
  "TS7005",
  "TS7006",
  "TS7019",
  "TS7031",
  "TS7034",
  "TS7053",
]);

/** Names that Node shares with browsers, for which TypeScript therefore advises to add the library `dom`. */
const GLOBALS: ReadonlySet<string> = new Set([
  "AbortController",
  "AbortSignal",
  "Blob",
  "BroadcastChannel",
  "Event",
  "EventTarget",
  "File",
  "FormData",
  "Headers",
  "MessageChannel",
  "NodeJS",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "TransformStream",
  "URL",
  "URLSearchParams",
  "WebSocket",
  "WritableStream",
  "atob",
  "btoa",
  "clearImmediate",
  "clearInterval",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "node",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "structuredClone",
]);
