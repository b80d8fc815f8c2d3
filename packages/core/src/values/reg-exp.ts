import { isRegExp } from "../formats/regex.js";
import { judgePattern } from "../patterns/judge-pattern.js";
import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `RegExp` as its source. Flags are lost; decoding sets the unicode flag if the source allows it. */
export const regExpType: ValueType = defineValueType({
  is: (value) => value instanceof RegExp,
  isJson: isString,
  decode: (source) => new RegExp(source, flagsOf(source)),
  encode: (regExp) => regExp.source,
  text: {
    keyword: "format",
    // People write `\-` and `\_`, which are invalid with the unicode flag and valid without it.
    test: (text) => isRegExp(text, "u") || isRegExp(text, ""),
    expected: "a JavaScript regular expression, without slashes",
  },
  input: {
    keyword: "format",
    test: (text) => findProblem(text) === undefined,
    expected: "a regular expression that is fast on every text",
    got: findProblem,
    limit: 50,
  },
  format: "regex",
});

function flagsOf(source: string): "u" | "" {
  return isRegExp(source, "u") ? "u" : "";
}

/** What is wrong with a pattern, if it is one at all. */
function findProblem(source: string): string | undefined {
  if (source.length > MAX_PATTERN_LENGTH) {
    return `one of ${source.length} characters: write at most ${MAX_PATTERN_LENGTH}`;
  }
  const flags = flagsOf(source);
  return flags === "u" || isRegExp(source, "") ? judgePattern(source, flags === "u") : undefined;
}

/** People write shorter ones. Even to parse a long one takes a while. */
const MAX_PATTERN_LENGTH = 1000;
