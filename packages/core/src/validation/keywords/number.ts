import { type Check, fail } from "../check.js";
import { isMultipleOf } from "../is-multiple-of.js";
import { invalid, type Keyword, readNumber } from "../site.js";

/** `minimum` */
export const minimum: Keyword = (site) => {
  const limit = readNumber(site, "minimum");
  return numeric("minimum", "a number >=", limit, (value) => value >= limit);
};

/** `maximum` */
export const maximum: Keyword = (site) => {
  const limit = readNumber(site, "maximum");
  return numeric("maximum", "a number <=", limit, (value) => value <= limit);
};

/** `exclusiveMinimum` */
export const exclusiveMinimum: Keyword = (site) => {
  const limit = readNumber(site, "exclusiveMinimum");
  return numeric("exclusiveMinimum", "a number >", limit, (value) => value > limit);
};

/** `exclusiveMaximum` */
export const exclusiveMaximum: Keyword = (site) => {
  const limit = readNumber(site, "exclusiveMaximum");
  return numeric("exclusiveMaximum", "a number <", limit, (value) => value < limit);
};

/** `multipleOf` */
export const multipleOf: Keyword = (site) => {
  const divisor = readNumber(site, "multipleOf");
  if (divisor <= 0) throw invalid(site, "multipleOf", "a number greater than 0");
  return numeric("multipleOf", "a multiple of", divisor, (value) => isMultipleOf(value, divisor));
};

function numeric(keyword: string, demand: string, operand: number, test: (value: number) => boolean): Check {
  return (value, run) =>
    typeof value !== "number" ||
    test(value) ||
    (run.report !== undefined && fail(run, keyword, `${demand} ${operand}`, value));
}
