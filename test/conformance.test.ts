import { beforeAll, describe, expect, it } from "vitest";
import { CONFORMANCE_SETS, conformanceProblems, runConformance, type SetReport } from "./support/conformance.js";

/** How many scenarios each revision requires. A suite that lost some would pass without them. */
const REQUIRED: Readonly<Record<string, number>> = { "2025-11-25": 30, "2026-07-28": 37, skills: 0 };

let reports: SetReport[];
beforeAll(async () => {
  reports = await Promise.all(CONFORMANCE_SETS.map(runConformance));
}, 120_000);

/** `npm run conformance` shows the same as a table. */
describe.each(CONFORMANCE_SETS.map((set, index) => ({ ...set, index })))("conformance, $name", (set) => {
  it("is asked all that the revision requires", () => {
    expect(set.scored).toHaveLength(REQUIRED[set.name] as number);
  });

  it.each([...set.scored, ...set.unscored])("%s", (scenario) => {
    expect(conformanceProblems(reports[set.index]?.scenarios.get(scenario))).toEqual([]);
  });

  it("is accepted by the suite, which takes warnings for failures", () => {
    expect(reports[set.index]?.isAccepted).toBe(true);
  });
});
