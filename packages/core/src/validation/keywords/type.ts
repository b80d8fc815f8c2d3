import { fail } from "../check.js";
import { isObject } from "../is-object.js";
import { invalid, type Keyword } from "../site.js";

/** `type` */
export const type: Keyword = (site) => {
  const operand = site.schema.type;
  const names: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = names.map((name) => {
    const test = typeof name === "string" ? TESTS.get(name) : undefined;
    if (test === undefined) throw invalid(site, "type", `one of ${[...TESTS.keys()].join(", ")}, or an array of them`);
    return test;
  });
  const expected = names.join(" or ");
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) {
    return (value, run) => only(value) || fail(run, "type", expected, value);
  }
  return (value, run) => tests.some((test) => test(value)) || fail(run, "type", expected, value);
};

const TESTS = new Map<string, (value: unknown) => boolean>([
  ["string", (value) => typeof value === "string"],
  ["number", (value) => typeof value === "number" && Number.isFinite(value)],
  ["integer", (value) => Number.isInteger(value)],
  ["boolean", (value) => typeof value === "boolean"],
  ["null", (value) => value === null],
  ["array", (value) => Array.isArray(value)],
  ["object", isObject],
]);
