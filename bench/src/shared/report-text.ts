import { formatValue } from "./format-value.js";
import type { Report, ReportTable } from "./report.js";
import { table } from "./table.js";

/** A report as Markdown: what it was measured on, the versions, and the tables. */
export function reportText(report: Report): string {
  return [metaText(report), ...report.tables.map(tableText)].join("\n\n");
}

/** What a report was measured on, and with which versions. */
export function metaText({ machine, versions }: Report): string {
  const made = Object.entries(versions).map(([subject, version]) =>
    version.startsWith(subject) ? version : `${subject}: ${version}`,
  );
  return [machine, made.join(" · ")].filter((line) => line !== "").join("\n\n");
}

/** One table as Markdown. */
export function tableText({ title, columns, rows }: ReportTable): string {
  const hasNotes = rows.some(({ note }) => note !== undefined);
  const header = [title, ...columns.map(({ name }) => name), ...(hasNotes ? ["note"] : [])];
  const cells = rows.map(({ subject, values, note = "" }) => [
    subject,
    ...columns.map(({ unit }, at) => formatValue(values[at] ?? null, unit)),
    ...(hasNotes ? [note] : []),
  ]);
  return table(header, cells);
}
