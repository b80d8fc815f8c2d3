import { VALUE_TYPES } from "../../values/value-types.js";
import { fail } from "../check.js";
import { type Keyword, readString } from "../site.js";

/** `x-ts`: the text must represent a value of this type, if no other keyword checks that. */
export const xTs: Keyword = (site) => {
  const rule = VALUE_TYPES.get(readString(site, "x-ts"))?.text;
  if (rule === undefined) return undefined;
  const { keyword, test, expected } = rule;
  return (value, run) => typeof value !== "string" || test(value) || fail(run, keyword, expected, value);
};
