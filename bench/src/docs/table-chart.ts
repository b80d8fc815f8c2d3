import { formatValue } from "../shared/format-value.js";
import type { ReportTable } from "../shared/report.js";
import type { Bar, BarChart } from "./bar-chart.js";

/** The chart of a table, the best first; undefined if it is to have none. */
export function tableChart({ title, columns, rows, chart }: ReportTable): BarChart | undefined {
  const shown = chart === undefined ? undefined : columns[chart];
  if (chart === undefined || shown === undefined) return undefined;
  // A ratio has what was measured to its left, and what was measured has its ratio to its right.
  const [ratio, measured] = shown.unit === "×" ? [chart, chart - 1] : [chart + 1, chart];
  const isMoreBetter = columns[measured]?.unit === "/s";
  const bars = rows.flatMap(({ subject, values }): Bar[] => {
    const value = values[chart];
    if (value === null || value === undefined || !Number.isFinite(value)) return [];
    const text = formatValue(values[ratio] ?? null, "×");
    const detail = formatValue(values[measured] ?? null, columns[measured]?.unit ?? "");
    return [{ label: subject, value, text, detail, kind: kindOf(subject) }];
  });
  return {
    title,
    subtitle: `${columns[measured]?.name}, ${columns[ratio]?.name}: ${isMoreBetter ? "more" : "less"} is better`,
    bars: bars.toSorted((one, other) => (isMoreBetter ? other.value - one.value : one.value - other.value)),
  };
}

function kindOf(subject: string): Bar["kind"] {
  if (/^(?:ours|plainmcp|core)\b/.test(subject)) return "ours";
  return /^bare/.test(subject) ? "base" : "other";
}
