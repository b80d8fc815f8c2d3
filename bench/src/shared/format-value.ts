import type { Unit } from "./report.js";

/** A number with its unit and as many digits as mean something, such as `1.24 ms` for 1240 µs; `–` if there is none. */
export function formatValue(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return "–";
  const larger = LARGER[unit];
  if (larger !== undefined && Math.abs(value) >= 1000) return formatValue(value / 1000, larger);
  if (unit === "/s") return `${grouped(value)}/s`;
  const isWhole = Math.abs(value) >= 100 || ((unit === "" || unit === "B") && Number.isInteger(value));
  const text = value.toFixed(isWhole ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  return unit === "" ? text : `${text} ${unit}`;
}

const LARGER: Partial<Record<Unit, Unit>> = { ns: "µs", µs: "ms", ms: "s", B: "kB", kB: "MB" };

/** Whole, with spaces between thousands. */
function grouped(value: number): string {
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, " ");
}
