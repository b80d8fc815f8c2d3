import { type Check, fail } from "../check.js";
import { listValues } from "../describe-value.js";
import { isEqual } from "../is-equal.js";
import { type Keyword, readArray } from "../site.js";

/** `enum` */
export const enumeration: Keyword = (site) => {
  const values = readArray(site, "enum");
  return oneOfValues(values, "enum");
};

/** `const` */
export const constant: Keyword = (site) => {
  return oneOfValues([site.schema.const], "const");
};

function oneOfValues(values: readonly unknown[], keyword: string): Check {
  const primitives = new Set(values.filter((value) => typeof value !== "object" || value === null));
  const others = values.filter((value) => !primitives.has(value));
  return (value, run) =>
    primitives.has(value) ||
    others.some((other) => isEqual(other, value)) ||
    (run.report !== undefined && fail(run, keyword, expectation(values), value));
}

function expectation(values: readonly unknown[]): string {
  return values.length === 1 ? listValues(values) : `one of ${listValues(values)}`;
}
