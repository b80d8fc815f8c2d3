import type { Context } from "../context.js";

/**
 * Runs a generator to its end: each value it yields is reported as progress, and all of them together are the result.
 * Any other value is returned as it is.
 */
export async function collectYields(value: unknown, context: Context): Promise<unknown> {
  if (!isIterator(value)) return value;
  const values: unknown[] = [];
  for await (const item of value) {
    context.signal.throwIfAborted();
    values.push(item);
    context.progress(values.length, undefined, typeof item === "string" ? item : undefined);
  }
  return values;
}

/** Generators and async iterables. Arrays, maps and strings are iterable too, but they are values. */
function isIterator(value: unknown): value is AsyncIterable<unknown> | Iterable<unknown> {
  if (typeof value !== "object" || value === null || value instanceof Response) return false;
  if (Symbol.asyncIterator in value) return true;
  return Symbol.iterator in value && "next" in value && typeof value.next === "function";
}
