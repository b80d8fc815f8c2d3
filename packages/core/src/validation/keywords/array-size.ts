import { fail } from "../check.js";
import { count } from "../describe-value.js";
import { type Keyword, readCount } from "../site.js";

/** `minItems` */
export const minItems: Keyword = (site) => {
  const limit = readCount(site, "minItems");
  const expected = `at least ${count(limit, "item")}`;
  return (value, run) =>
    !Array.isArray(value) || value.length >= limit || fail(run, "minItems", expected, value, String(value.length));
};

/** `maxItems` */
export const maxItems: Keyword = (site) => {
  const limit = readCount(site, "maxItems");
  const expected = `at most ${count(limit, "item")}`;
  return (value, run) =>
    !Array.isArray(value) || value.length <= limit || fail(run, "maxItems", expected, value, String(value.length));
};
