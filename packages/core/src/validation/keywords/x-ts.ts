import type { TextRule } from "../../values/value-type.js";
import { VALUE_TYPES } from "../../values/value-types.js";
import { allOf, type Check, fail } from "../check.js";
import { type Keyword, readString } from "../site.js";

/**
 * `x-ts`: the text must represent a value of this type, if no other keyword checks that, and one that the server can work with,
 * if it comes from a client.
 */
export const xTs: Keyword = (site) => {
  const { text, input } = VALUE_TYPES.get(readString(site, "x-ts")) ?? {};
  const checks = [text, site.isOutput ? undefined : input].filter((rule) => rule !== undefined).map(toCheck);
  return checks.length === 0 ? undefined : allOf(checks);
};

function toCheck({ keyword, test, expected, got }: TextRule): Check {
  return (value, run) =>
    typeof value !== "string" || test(value) || fail(run, keyword, expected, value, run.report && got?.(value));
}
