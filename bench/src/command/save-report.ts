import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../shared/report.js";
import { ROOT } from "../shared/work-folder.js";

/** Where what was measured is kept. */
export const RESULTS: string = join(ROOT, "bench/results");

/** Keeps a report for the documentation. */
export function saveReport(report: Report): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${report.bench}.json`), `${JSON.stringify(report, short, 1)}\n`);
}

/** What numbers have beyond four digits means nothing. */
function short(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(4)) : value;
}
