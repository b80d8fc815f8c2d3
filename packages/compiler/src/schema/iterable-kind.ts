import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript/typescript.js";

/** Whether a type is one of the platform's iterables that produce their values lazily, and which kind. */
export function iterableKind(type: ts.Type, project: Project): "sync" | "async" | undefined {
  const name = platformName(type.symbol, project) ?? "";
  if (ASYNC.has(name)) return "async";
  return SYNC.has(name) ? "sync" : undefined;
}

const SYNC: ReadonlySet<string> = new Set([
  "ArrayLike",
  "Iterable",
  "IterableIterator",
  "IteratorObject",
  "Generator",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
]);

const ASYNC: ReadonlySet<string> = new Set([
  "AsyncIterable",
  "AsyncIterableIterator",
  "AsyncIteratorObject",
  "AsyncGenerator",
  "ReadableStream",
]);
