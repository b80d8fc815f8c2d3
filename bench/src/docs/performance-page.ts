import type { Report, ReportTable } from "../shared/report.js";
import { metaText, tableText } from "../shared/report-text.js";
import { barChart, type Theme } from "./bar-chart.js";
import { tableChart } from "./table-chart.js";

/** What the page on performance consists of. */
export interface PerformancePage {
  readonly text: string;
  /** The charts, by the name of their file. */
  readonly charts: ReadonlyMap<string, string>;
}

/**
 * The page with the tables and charts of all reports between their marks, `<!-- bench NAME -->` and `<!-- end -->`.
 *
 * @throws Error when a report has no marks on the page
 */
export function performancePage(page: string, reports: readonly Report[]): PerformancePage {
  const charts = new Map<string, string>();
  let text = page;
  for (const report of reports) {
    const marks = new RegExp(`(<!-- bench ${report.bench} -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!marks.test(text)) throw new Error(`docs/performance.md has no place for ${report.bench}.`);
    text = text.replace(marks, (_, start: string, end: string) => `${start}\n${sectionText(report, charts)}\n\n${end}`);
  }
  return { text, charts };
}

const THEMES: readonly Theme[] = ["light", "dark"];

/** Tables with a chart are shown, all others folded. */
function sectionText(report: Report, charts: Map<string, string>): string {
  const shown: string[] = [];
  const folded: ReportTable[] = [];
  for (const [at, table] of report.tables.entries()) {
    const chart = tableChart(table);
    if (chart === undefined) {
      folded.push(table);
      continue;
    }
    const name = `${report.bench}-${at + 1}`;
    for (const theme of THEMES) charts.set(`${name}-${theme}.svg`, barChart(chart, theme));
    shown.push(pictureText(name, chart.title), tableText(table));
  }
  const rest = folded.length === 0 ? [] : [foldedText(folded, shown.length > 0)];
  return [metaText(report), ...shown, ...rest].join("\n\n");
}

function pictureText(name: string, title: string): string {
  return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="performance/${name}-dark.svg">
  <img alt="${title}" src="performance/${name}-light.svg">
</picture>`;
}

function foldedText(tables: readonly ReportTable[], isFolded: boolean): string {
  const text = tables.map(tableText).join("\n\n");
  return isFolded ? `<details>\n<summary>More of this bench</summary>\n\n${text}\n\n</details>` : text;
}
