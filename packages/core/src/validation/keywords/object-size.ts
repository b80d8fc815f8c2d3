import { hasProperty, isObject } from "../../values/is-object.js";
import { fail } from "../check.js";
import { count } from "../describe-value.js";
import { type Keyword, readCount } from "../site.js";

/** `minProperties` */
export const minProperties: Keyword = (site) => {
  const limit = readCount(site, "minProperties");
  const expected = `at least ${count(limit, "property")}`;
  return (value, run) =>
    !isObject(value) || sizeOf(value) >= limit || fail(run, "minProperties", expected, value, `${sizeOf(value)}`);
};

/** `maxProperties` */
export const maxProperties: Keyword = (site) => {
  const limit = readCount(site, "maxProperties");
  const expected = `at most ${count(limit, "property")}`;
  return (value, run) =>
    !isObject(value) || sizeOf(value) <= limit || fail(run, "maxProperties", expected, value, `${sizeOf(value)}`);
};

function sizeOf(value: object): number {
  let size = 0;
  for (const key in value) if (hasProperty(value, key)) size += 1;
  return size;
}
