import { toNaturalJson } from "../codec/natural-json.js";
import type { ContextLog, LogLevel } from "../context.js";

/** The protocol's log levels, the least severe first. */
export const LEVELS: readonly LogLevel[] = [
  "debug",
  "info",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
];

/** Makes one function for each level. They never throw: data without an exact JSON form is sent as the closest JSON. */
export function createLog(write: (level: LogLevel, data: unknown) => void): ContextLog {
  const entries = LEVELS.map((level) => [level, (data: unknown) => write(level, toLoggable(data))] as const);
  return Object.fromEntries(entries) as unknown as ContextLog;
}

function toLoggable(data: unknown): unknown {
  try {
    return toNaturalJson(data, false);
  } catch (error) {
    return `This could not be logged: ${error instanceof Error ? error.message : "it cannot be written as JSON"}`;
  }
}
