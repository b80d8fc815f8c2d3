import type { Context } from "../context.js";
import type { Reading } from "../primitives/primitive.js";

/** Receives progress, and has the signal that aborts when nobody waits any more. */
export interface Reader {
  readonly context: Pick<Context, "progress" | "signal">;
}

/** A generator, an async iterable or a stream. */
export type AnyIterable = AsyncIterable<unknown> | Iterable<unknown>;

/** Reads an iterable to its end, and reports what it yields as progress. */
export async function readIterable(value: AnyIterable, reading: Reading, { context }: Reader): Promise<unknown> {
  const report = reading === "returned" ? createReporter(context) : createCounter(context);
  const yields: unknown[] = [];
  const iterator = Symbol.asyncIterator in value ? value[Symbol.asyncIterator]() : value[Symbol.iterator]();
  let isOpen = false;
  try {
    for (;;) {
      isOpen = false;
      const { done, value: next } = await iterator.next();
      isOpen = done !== true;
      const item: unknown = await next;
      if (!isOpen) return resultOf(value, yields, item, reading);
      context.signal.throwIfAborted();
      if (reading !== "returned") yields.push(item);
      report(item);
    }
  } finally {
    // Lets the generator clean up.
    if (isOpen) await iterator.return?.();
  }
}

function resultOf(value: object, yields: readonly unknown[], returned: unknown, reading: Reading): unknown {
  if (reading === "returned" || (reading === "any" && returned !== undefined)) return returned;
  return isStream(value) && reading !== "list" ? joinChunks(yields) : yields;
}

type Report = (item: unknown) => void;

function createCounter(context: Reader["context"]): Report {
  let count = 0;
  return (item) => {
    count += 1;
    context.progress(count, undefined, typeof item === "string" ? item : undefined);
  };
}

/** Reports the progress that a yielded value describes; any other value counts as one step. */
function createReporter(context: Reader["context"]): Report {
  let last = Number.NEGATIVE_INFINITY;
  return (item) => {
    const fields = typeof item === "number" ? { progress: item } : isObject(item) ? item : {};
    const { total, message = typeof item === "string" ? item : undefined } = fields;
    const progress = isNumber(fields.progress) ? fields.progress : Math.max(last, 0) + 1;
    if (progress < last) return;
    last = progress;
    context.progress(progress, isNumber(total) ? total : undefined, typeof message === "string" ? message : undefined);
  };
}

/** Joins chunks of text or bytes; returns anything else as a list. */
function joinChunks(chunks: readonly unknown[]): unknown {
  if (chunks.every((chunk) => typeof chunk === "string")) return chunks.join("");
  const parts = chunks.map((chunk) => {
    if (typeof chunk === "string") return new TextEncoder().encode(chunk);
    return chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk;
  });
  if (!parts.every((part) => part instanceof Uint8Array)) return chunks;
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Whether a value is a web stream or a Node stream. */
function isStream(value: object): boolean {
  const { getReader, pipe } = value as Record<string, unknown>;
  return typeof getReader === "function" || typeof pipe === "function";
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
