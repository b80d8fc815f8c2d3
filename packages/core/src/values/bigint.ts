import { defineValueType, isString, type ValueType } from "./value-type.js";

const MAX_DIGITS = 10_000;

/** `bigint` as decimal digits. */
export const bigintType: ValueType = defineValueType({
  is: (value) => typeof value === "bigint",
  isJson: isString,
  decode: (digits) => BigInt(digits),
  encode: (value) => String(value),
  input: {
    keyword: "maxLength",
    // To parse, write and divide takes more than linear time: with these many digits less than half a millisecond each, with ten
    // times as many 5 to 9.
    test: (text) => text.length <= MAX_DIGITS,
    expected: `an integer of at most ${MAX_DIGITS} digits`,
  },
});
