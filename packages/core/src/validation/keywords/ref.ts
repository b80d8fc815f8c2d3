import type { Check, Run } from "../check.js";
import { type Keyword, readString } from "../site.js";

/** `$ref`, to a place in the same schema */
export const ref: Keyword = (site) => {
  const { check } = site.resolve(readString(site, "$ref"));
  return (value, run) => {
    run.references += 1;
    if (run.references <= MANY || typeof value !== "object" || value === null) return check(value, run);
    return recall(check, value, run);
  };
};

// A recursive union may check the same object once per branch on every level, so the work doubles with each level.
// After this many references, which few values reach, results are cached.
const MANY = 10_000;

function recall(check: Check, value: object, run: Run): boolean {
  run.verdicts ??= new Map();
  let verdicts = run.verdicts.get(check);
  if (verdicts === undefined) {
    verdicts = new Map();
    run.verdicts.set(check, verdicts);
  }
  const known = verdicts.get(value);
  if (known === true || (known === false && run.report === undefined)) return known;
  const verdict = check(value, run);
  verdicts.set(value, verdict);
  return verdict;
}
