import { type Codec, defineCodec, isString } from "./codec.js";

/** `bigint` as decimal digits. */
export const bigintCodec: Codec = defineCodec({
  is: (value) => typeof value === "bigint",
  isJson: isString,
  decode: (digits) => BigInt(digits),
  encode: (value) => String(value),
});
