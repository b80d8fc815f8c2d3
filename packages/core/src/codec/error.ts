import { isObject } from "../validation/is-object.js";
import { type Codec, defineCodec } from "./codec.js";

/** `Error` as its name and message; never its stack. */
export const errorCodec: Codec = defineCodec({
  is: (value) => value instanceof Error,
  isJson: isObject,
  decode({ name, message }) {
    const error = new Error(typeof message === "string" ? message : "");
    if (typeof name === "string") error.name = name;
    return error;
  },
  encode: ({ name, message }) => ({ name, message }),
});
