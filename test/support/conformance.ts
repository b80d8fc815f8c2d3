import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PLAINMCP, ROOT, startHttp } from "./serve.js";

/** One run of the protocol's own conformance suite, and what must be in it. */
export interface ConformanceSet {
  readonly name: string;
  /** Arguments of the suite, beside the server's URL. One call for each. */
  readonly calls: readonly (readonly string[])[];
  /** What an implementation of the revision must pass. */
  readonly scored: readonly string[];
  /** What the suite leaves open, such as extensions. We pass it all the same. */
  readonly unscored: readonly string[];
}

/** What came of one scenario. */
export interface ScenarioReport {
  readonly scenario: string;
  readonly checks: readonly Check[];
}

interface Check {
  readonly id: string;
  readonly description: string;
  readonly status: "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";
  readonly errorMessage?: string;
}

/** What came of one set. */
export interface SetReport {
  readonly scenarios: ReadonlyMap<string, ScenarioReport>;
  /** Whether the suite itself was content: with an empty list of expected failures it takes warnings for failures. */
  readonly isAccepted: boolean;
}

const require = createRequire(import.meta.url);
const SUITE = dirname(require.resolve("@modelcontextprotocol/conformance/package.json"));
const PACKAGED_NODE = join(ROOT, "test/node_modules/node-22/bin/node");

const SKILLS = ["directory", "enumeration", "manifest"].map((name) => `sep-2640-skills-${name}`);
const TASKS = [
  "tasks-lifecycle",
  "tasks-capability-negotiation",
  "tasks-wire-fields",
  "tasks-request-state-removal",
  "tasks-mrtr-input",
  "tasks-request-headers",
  "tasks-dispatch-and-envelope",
  "tasks-status-notifications",
  "tasks-required-task-error",
  "tasks-mrtr-composition",
];

/** Everything of the suite that a server can be asked. */
export const CONFORMANCE_SETS: readonly ConformanceSet[] = [
  {
    name: "2025-11-25",
    calls: [["--requirements", "2025-11-25"]],
    scored: requirementsOf("2025-11-25"),
    unscored: ["server-session-lifecycle", "json-schema-2020-12", "server-sse-polling"],
  },
  {
    name: "2026-07-28",
    calls: [["--requirements", "2026-07-28"]],
    scored: requirementsOf("2026-07-28"),
    unscored: [...TASKS, "json-schema-2020-12", "http-header-validation", "http-custom-header-server-validation"],
  },
  { name: "skills", calls: SKILLS.map((name) => ["--scenario", name]), scored: [], unscored: SKILLS },
];

/** The scenarios that the suite has not written yet: it reports each as skipped, whatever the server does. */
const UNWRITTEN = ["tasks-status-notifications"];

/** Checks that the suite turns into a remark when the server does something else instead. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "server-sse-polling": ["server-sse-priming-event", "server-sse-retry-field", "server-sse-disconnect-resume"],
};

/** Serves `examples/everything` over HTTP with the `plainmcp` command and has the suite ask it. */
export async function runConformance({ calls }: ConformanceSet): Promise<SetReport> {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-conformance-"));
  const server = await startHttp([PLAINMCP, "serve", "examples/everything/server.ts", "--http", "--port", "0"]);
  try {
    writeFileSync(join(folder, "expected-failures.yml"), "server: []\n");
    let isAccepted = true;
    for (const call of calls) isAccepted = (await runSuite(server.url, folder, call)) && isAccepted;
    return { scenarios: readReports(join(folder, "results")), isAccepted };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a scenario: everything but success, unless the suite has no success to give. */
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

/** How many checks of a scenario were passed. */
export function passedChecks(report: ScenarioReport | undefined): number {
  return report?.checks.filter(({ status }) => status === "SUCCESS").length ?? 0;
}

function describe({ id, status, errorMessage, description }: Check): string {
  return `${status} ${id}: ${errorMessage ?? description}`;
}

async function runSuite(url: string, folder: string, args: readonly string[]): Promise<boolean> {
  // The suite needs a newer Node than we do.
  const node = existsSync(PACKAGED_NODE) ? PACKAGED_NODE : process.execPath;
  const suite = [join(SUITE, "dist/index.js"), "server", "--url", url, ...args];
  const files = ["-o", join(folder, "results"), "--expected-failures", join(folder, "expected-failures.yml")];
  try {
    await promisify(execFile)(node, [...suite, ...files], { maxBuffer: 64 * 1024 * 1024 });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 1) return false;
    throw error;
  }
}

/** The suite writes the checks of each scenario to a folder of its own, whose name ends with the time. */
function readReports(results: string): Map<string, ScenarioReport> {
  const reports = new Map<string, ScenarioReport>();
  for (const folder of readdirSync(results)) {
    const scenario = /^server-(.+)-\d{4}-\d\d-\d\dT[\w-]+$/.exec(folder)?.[1];
    if (scenario === undefined) throw new Error(`The suite wrote a folder of an unknown form: ${folder}`);
    const checks: Check[] = JSON.parse(readFileSync(join(results, folder, "checks.json"), "utf8"));
    reports.set(scenario, { scenario, checks });
  }
  return reports;
}

/** The scenarios that the suite scores at a revision, from the list that was frozen with it. */
function requirementsOf(revision: string): string[] {
  const list = readFileSync(join(SUITE, `requirements/${revision}.yaml`), "utf8");
  const section = /^server:\n((?: +- .+\n)+)/m.exec(list)?.[1] ?? "";
  return [...section.matchAll(/- (.+)/g)].map(([, name]) => name as string);
}
