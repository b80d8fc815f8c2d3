import { type Codec, defineCodec } from "./codec.js";

/** `Set` as an array. */
export const setCodec: Codec = defineCodec({
  is: (value) => value instanceof Set,
  isJson: (json) => Array.isArray(json),
  decode: (items) => new Set(items),
  encode: (set) => [...set],
});
