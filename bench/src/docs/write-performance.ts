import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "../command/save-report.js";
import type { Report } from "../shared/report.js";
import { ROOT } from "../shared/work-folder.js";
import { performancePage } from "./performance-page.js";

const PAGE = join(ROOT, "docs/performance.md");
const CHARTS = join(ROOT, "docs/performance");

/** Writes the page on performance and its charts again, from the results that were kept. @returns What was written */
export function writePerformance(): readonly string[] {
  const names = readdirSync(RESULTS).filter((name) => name.endsWith(".json"));
  const reports = names.map((name): Report => JSON.parse(readFileSync(join(RESULTS, name), "utf8")));
  const { text, charts } = performancePage(readFileSync(PAGE, "utf8"), reports);
  rmSync(CHARTS, { recursive: true, force: true });
  mkdirSync(CHARTS);
  for (const [name, chart] of charts) writeFileSync(join(CHARTS, name), chart);
  writeFileSync(PAGE, text);
  return [PAGE, ...[...charts.keys()].map((name) => join(CHARTS, name))];
}
