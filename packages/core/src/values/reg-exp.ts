import { isRegExp } from "../validation/formats/regex.js";
import { type Codec, defineCodec, isString } from "./codec.js";

/** `RegExp` as its source. Flags are not kept; decoding sets the unicode flag where the source allows it. */
export const regExpCodec: Codec = defineCodec({
  is: (value) => value instanceof RegExp,
  isJson: isString,
  decode: (source) => new RegExp(source, isRegExp(source, "u") ? "u" : ""),
  encode: (regExp) => regExp.source,
});
