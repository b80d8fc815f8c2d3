import type { TextRule } from "../../values/value-type.js";
import { VALUE_TYPES } from "../../values/value-types.js";
import { type Check, fail, RefusedValueError, type Run } from "../check.js";
import { type Keyword, readString } from "../site.js";

/**
 * `x-ts`: the text must represent a value of this type, if no other keyword checks that, and one that the server can work with,
 * if it comes from a client.
 */
export const xTs: Keyword = (site) => {
  const { text, input } = VALUE_TYPES.get(readString(site, "x-ts")) ?? {};
  const check = text && toCheck(text);
  if (input === undefined || site.isOutput) return check;
  const checkInput = toCheck(input);
  // What a client may not send need not be looked at any further, which may take long.
  return check === undefined ? checkInput : (value, run) => checkInput(value, run) && check(value, run);
};

function toCheck(rule: TextRule): Check {
  const { keyword, test, expected, got, limit } = rule;
  const passes = limit === undefined ? test : (text: string, run: Run) => testOnce(text, rule, limit, run);
  return (value, run) =>
    typeof value !== "string" || passes(value, run) || fail(run, keyword, expected, value, run.report && got?.(value));
}

/** Tests each text once, and not too many of them. @throws RefusedValueError */
function testOnce(text: string, { keyword, test, expected }: TextRule, limit: number, run: Run): boolean {
  run.tested ??= new Map();
  const known = run.tested.get(text);
  if (known !== undefined) return known;
  if (run.tested.size >= limit) {
    throw new RefusedValueError(keyword, `expected at most ${limit} different texts, each ${expected}, got more`);
  }
  const passed = test(text);
  run.tested.set(text, passed);
  return passed;
}
