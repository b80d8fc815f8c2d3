import { describeValue } from "../validation/describe-value.js";

/**
 * What a method that an option names returned, as something to loop over.
 *
 * @param what Names the method in the error
 * @throws TypeError for what is no iterable, and for text: it is one of its characters, which nobody means
 */
export function requireIterable(value: unknown, what: string): AsyncIterable<unknown> | Iterable<unknown> {
  if (typeof value === "object" && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)) {
    return value as AsyncIterable<unknown> | Iterable<unknown>;
  }
  throw new TypeError(`${what} must return a list or another iterable, not ${describeValue(value)}.`);
}
