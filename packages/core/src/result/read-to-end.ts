import type { Reading } from "../primitives/primitive.js";
import type { Awaitable } from "../promises/awaitable.js";
import { type AnyIterable, type Reader, readIterable } from "./read-iterable.js";

/**
 * Reads generators, async iterables and streams to their end, and reports what they yield as progress. Returns any
 * other value unchanged.
 */
export function readToEnd(value: unknown, reading: Reading, reader: Reader): Awaitable<unknown> {
  return reading === "value" || !isIterable(value) ? value : readIterable(value, reading, reader);
}

/**
 * Whether a value is a generator or an async iterable. Arrays, maps and strings are iterable, too, but they are values.
 */
function isIterable(value: unknown): value is AnyIterable {
  if (typeof value !== "object" || value === null) return false;
  // Asked last, because the first access to `Response` loads it.
  if (Symbol.asyncIterator in value) return !(value instanceof Response);
  return Symbol.iterator in value && "next" in value && typeof value.next === "function";
}
