import { beforeAll, describe, expect, it } from "vitest";
import { conformanceProblems, passedChecks } from "./support/conformance/conformance-problems.js";
import { CONFORMANCE_SETS } from "./support/conformance/conformance-sets.js";
import { runConformance } from "./support/conformance/run-conformance.js";
import type { SetReport } from "./support/conformance/set-report.js";

/** What each revision requires. A suite that lost some of it would pass without. */
const REQUIRED: Readonly<Record<string, { scenarios: number; checks: number }>> = {
  "2025-11-25": { scenarios: 30, checks: 69 },
  "2026-07-28": { scenarios: 37, checks: 120 },
};

let reports: ReadonlyMap<string, SetReport>;
beforeAll(async () => {
  reports = await runConformance();
}, 180_000);

/** `npm run conformance` shows the same as a table. */
describe.each(CONFORMANCE_SETS)("conformance, $name", ({ name, scored, unscored }) => {
  it.each([...scored, ...unscored])("%s", (scenario) => {
    expect(conformanceProblems(reports.get(name)?.scenarios.get(scenario))).toEqual([]);
  });

  it("is all that the revision requires", () => {
    const checks = scored.map((scenario) => passedChecks(reports.get(name)?.scenarios.get(scenario)));
    const total = checks.reduce((sum, count) => sum + count, 0);
    expect({ scenarios: checks.length, checks: total }).toEqual(REQUIRED[name] ?? { scenarios: 0, checks: 0 });
  });

  it("is accepted by the suite, which takes warnings for failures", () => {
    expect(reports.get(name)?.isAccepted).toBe(true);
  });
});
