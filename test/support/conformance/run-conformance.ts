import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { NEWER_NODE } from "../nodes.js";
import { MODERN } from "../revisions.js";
import { PLAINMCP, startHttp } from "../serve.js";
import { CONFORMANCE_SETS, type ConformanceSet, SUITE } from "./conformance-sets.js";
import type { Check, ScenarioReport, SetReport } from "./set-report.js";

/** Runs the whole suite against `examples/everything`, over HTTP. @returns a report for each set, by its name */
export async function runConformance(): Promise<ReadonlyMap<string, SetReport>> {
  // The modern set waits for tasks most of the time. Meanwhile the others run against a server of their own.
  const isModern = ({ name }: ConformanceSet): boolean => name === MODERN;
  const halves = [CONFORMANCE_SETS.filter(isModern), CONFORMANCE_SETS.filter((set) => !isModern(set))];
  return new Map((await Promise.all(halves.map(runSets))).flat());
}

async function runSets(sets: readonly ConformanceSet[]): Promise<[string, SetReport][]> {
  const server = await startHttp([PLAINMCP, "serve", "examples/everything/server.ts", "--http", "--port", "0"]);
  const reports: [string, SetReport][] = [];
  try {
    for (const set of sets) reports.push([set.name, await runSet(set, server.url)]);
  } finally {
    await server.stop();
  }
  return reports;
}

async function runSet({ calls }: ConformanceSet, url: string): Promise<SetReport> {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-conformance-"));
  try {
    writeFileSync(join(folder, "expected-failures.yml"), "server: []\n");
    let isAccepted = true;
    for (const call of calls) isAccepted = (await runSuite(url, folder, call)) && isAccepted;
    return { scenarios: readReports(join(folder, "results")), isAccepted };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runSuite(url: string, folder: string, args: readonly string[]): Promise<boolean> {
  const suite = [join(SUITE, "dist/index.js"), "server", "--url", url, ...args];
  const files = ["-o", join(folder, "results"), "--expected-failures", join(folder, "expected-failures.yml")];
  try {
    await promisify(execFile)(NEWER_NODE, [...suite, ...files], { maxBuffer: 64 * 1024 * 1024 });
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
    if (scenario === undefined) throw new Error(`The suite wrote a folder with an unexpected name: ${folder}`);
    const checks: Check[] = JSON.parse(readFileSync(join(results, folder, "checks.json"), "utf8"));
    reports.set(scenario, { scenario, checks });
  }
  return reports;
}
