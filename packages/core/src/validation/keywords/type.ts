import { isObject } from "../../values/is-object.js";
import { type Check, fail } from "../check.js";
import { invalid, type Keyword, type Site } from "../site.js";

/** `type` */
export const type: Keyword = (site) => {
  const operand = site.schema.type;
  if (typeof operand === "string") return CHECKS.get(operand) ?? wrong(site);
  const names: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = names.map((name) => {
    const test = typeof name === "string" ? TESTS.get(name) : undefined;
    return test ?? wrong(site);
  });
  const expected = names.join(" or ");
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

/** Shared by all schemas, because most have one type and no other requirements. */
const CHECKS: ReadonlyMap<string, Check> = new Map(
  [...TESTS].map(([name, test]) => [name, (value, run) => test(value) || fail(run, "type", name, value)]),
);

function wrong(site: Site): never {
  throw invalid(site, "type", `one of ${[...TESTS.keys()].join(", ")}, or an array of them`);
}
