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
  const others = values.some(isComposite) ? values.filter(isComposite) : NONE;
  // Most enums are short, and a set would need more memory than the array.
  const known = values.length > MANY ? new Set(values) : { has: (value: unknown) => values.includes(value) };
  return (value, run) =>
    known.has(value) ||
    others.some((other) => isEqual(other, value)) ||
    (run.report !== undefined && fail(run, keyword, expectation(values), value));
}

const MANY = 16;
const NONE: readonly unknown[] = [];

function isComposite(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function expectation(values: readonly unknown[]): string {
  return values.length === 1 ? listValues(values) : `one of ${listValues(values)}`;
}
