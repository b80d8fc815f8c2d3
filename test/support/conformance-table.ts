// Prints what came of every scenario of the conformance suite. Exits with 1 when one failed, was skipped or is missing.
import {
  CONFORMANCE_SETS,
  type ConformanceSet,
  conformanceProblems,
  passedChecks,
  runConformance,
  type SetReport,
} from "./conformance.js";

const WIDTH = 48;

const reports = await Promise.all(CONFORMANCE_SETS.map(runConformance));
const passed = CONFORMANCE_SETS.map((set, index) => print(set, reports[index] as SetReport));
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Tells whether all of the set was passed. */
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
  console.log(`  ${mark} ${scenario.padEnd(WIDTH)} ${String(passedChecks(report)).padStart(3)} checks passed`);
  for (const problem of problems) console.log(`      ${problem}`);
  return problems.length === 0;
}
