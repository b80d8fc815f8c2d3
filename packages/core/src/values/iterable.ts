import { defineValueType, type ValueType } from "./value-type.js";

/** Anything iterable, such as a generator, as an array; it decodes to the array. */
export const iterableType: ValueType = defineValueType({
  is: (value): value is Iterable<unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Symbol.iterator in value,
  isJson: (json) => Array.isArray(json),
  decode: (items) => items,
  encode: (iterable) => [...iterable],
});
