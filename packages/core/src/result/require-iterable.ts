import { describeValue } from "../validation/describe-value.js";

/**
 * Checks that an option's method returned an iterable.
 *
 * @param what Names the method in the error
 * @throws TypeError when the value is not an iterable, or is a string, whose characters are never meant
 */
export function requireIterable(value: unknown, what: string): AsyncIterable<unknown> | Iterable<unknown> {
  if (typeof value === "object" && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)) {
    return value as AsyncIterable<unknown> | Iterable<unknown>;
  }
  throw new TypeError(`${what} must return a list or another iterable, not ${describeValue(value)}.`);
}
