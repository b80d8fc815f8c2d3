import { defineValueType, isString, type ValueType } from "./value-type.js";

const MAX_DIGITS = 100_000;

/** `bigint` as decimal digits. */
export const bigintType: ValueType = defineValueType({
  is: (value) => typeof value === "bigint",
  isJson: isString,
  decode: (digits) => BigInt(digits),
  encode: (value) => String(value),
  input: {
    keyword: "maxLength",
    // Parsing decimal digits takes more than linear time: a million take a sixth of a second, ten million take seconds.
    test: (text) => text.length <= MAX_DIGITS,
    expected: `an integer of at most ${MAX_DIGITS} digits`,
  },
});
