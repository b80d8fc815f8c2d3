import type { Check, ScenarioReport } from "./set-report.js";

/** The scenarios that the suite has not written yet: it reports each as skipped, whatever the server does. */
export const UNWRITTEN: readonly string[] = ["tasks-status-notifications"];

/** Checks that the suite downgrades to a remark when the server does something else instead. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "server-sse-polling": ["server-sse-priming-event", "server-sse-retry-field", "server-sse-disconnect-resume"],
};

/** Problems of a scenario: every check without success. For an unwritten scenario, only failures count. */
export function conformanceProblems(report: ScenarioReport | undefined): string[] {
  if (!report) return ["The suite did not report it."];
  const { scenario, checks } = report;
  if (UNWRITTEN.includes(scenario)) return checks.filter(({ status }) => status === "FAILURE").map(describe);
  const problems = checks.filter(({ status }) => status !== "SUCCESS" && status !== "INFO").map(describe);
  const passed = checks.filter(({ status }) => status === "SUCCESS").map(({ id }) => id);
  // The suite adds this one to every scenario.
  if (passed.every((id) => id === "wire-schema-valid")) problems.push("Nothing was checked.");
  for (const id of NEEDED[scenario] ?? []) if (!passed.includes(id)) problems.push(`${id} was not reached.`);
  return problems;
}

/** Of servers that answer lists with event streams. Ours may, or may not. */
const OPTIONAL: readonly string[] = ["server-sse-streams-functional"];

/** How many of the checks that the protocol requires were passed. */
export function passedChecks(report: ScenarioReport | undefined): number {
  return report?.checks.filter(({ id, status }) => status === "SUCCESS" && !OPTIONAL.includes(id)).length ?? 0;
}

function describe({ id, status, errorMessage, description }: Check): string {
  return `${status} ${id}: ${errorMessage ?? description}`;
}
