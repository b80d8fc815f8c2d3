import { isRegExp } from "../formats/regex.js";
import { judgePattern } from "../patterns/judge-pattern.js";
import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `RegExp` as its source. Flags are lost; decoding sets the unicode flag if the source allows it. */
export const regExpType: ValueType = defineValueType({
  is: (value) => value instanceof RegExp,
  isJson: isString,
  decode: (source) => new RegExp(source, isRegExp(source, "u") ? "u" : ""),
  encode: (regExp) => regExp.source,
  text: {
    keyword: "format",
    // People write `\-` and `\_`, which are invalid with the unicode flag and valid without it.
    test: (text) => isRegExp(text, "u") || isRegExp(text, ""),
    expected: "a JavaScript regular expression, without slashes",
  },
  input: {
    keyword: "format",
    test: (text) => judgePattern(text) === undefined,
    expected: "a regular expression that is fast on every text",
    got: judgePattern,
    limit: 50,
  },
  format: "regex",
});
