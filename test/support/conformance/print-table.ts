// Prints the result of every scenario of the conformance suite. Exits with 1 if one failed, was skipped or is missing.
import { conformanceProblems, passedChecks, UNWRITTEN } from "./conformance-problems.js";
import { CONFORMANCE_SETS, type ConformanceSet } from "./conformance-sets.js";
import { runConformance } from "./run-conformance.js";
import type { SetReport } from "./set-report.js";

const WIDTH = 48;

const reports = await runConformance();
const passed = CONFORMANCE_SETS.map((set) => print(set, reports.get(set.name) as SetReport));
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Prints a set, and returns whether all its scenarios passed. */
function print(set: ConformanceSet, report: SetReport): boolean {
  console.log(`\n${set.name}`);
  const scored = set.scored.filter((scenario) => printScenario(scenario, report)).length;
  const unscored = set.unscored.filter((scenario) => printScenario(scenario, report)).length;
  if (set.scored.length > 0) console.log(`  ${scored}/${set.scored.length} scenarios that the revision requires`);
  console.log(`  ${unscored}/${set.unscored.length} others`);
  return scored === set.scored.length && unscored === set.unscored.length && report.isAccepted;
}

function printScenario(scenario: string, { scenarios }: SetReport): boolean {
  const report = scenarios.get(scenario);
  const problems = conformanceProblems(report);
  const mark = problems.length === 0 ? "✓" : "✗";
  const count = `${String(passedChecks(report)).padStart(3)} checks passed`;
  console.log(`  ${mark} ${scenario.padEnd(WIDTH)} ${UNWRITTEN.includes(scenario) ? "    not written yet" : count}`);
  for (const problem of problems) console.log(`      ${problem}`);
  return problems.length === 0;
}
