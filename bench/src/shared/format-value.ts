import type { Unit } from "./report.js";

/** A number with its unit and as many digits as mean something; `–` if there is none. */
export function formatValue(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 || (unit === "" && Number.isInteger(value)) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = unit === "/s" || unit === "B" ? grouped(value) : value.toFixed(digits);
  if (unit === "") return text;
  return unit === "/s" ? `${text}/s` : `${text} ${unit}`;
}

/** Whole, with spaces between thousands. */
function grouped(value: number): string {
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, " ");
}
