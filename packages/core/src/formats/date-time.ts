import { isDate } from "./date.js";
import { isTime } from "./time.js";

/** `date-time`: RFC 3339, for example `2026-01-31T12:00:00Z`. */
export function isDateTime(text: string): boolean {
  const separator = text[10];
  return (separator === "T" || separator === "t") && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}
