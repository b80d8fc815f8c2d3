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

/**
 * Makes one function for each level. They never throw: data without an exact JSON form is sent as the closest JSON.
 *
 * @param logger The name that the messages carry. @default none
 */
export function createLog(
  write: (level: LogLevel, data: unknown, logger: string | undefined) => void,
  logger?: string,
): ContextLog {
  const entries = LEVELS.map((level) => [level, (data: unknown) => write(level, toLoggable(data), logger)] as const);
  const named = (name: string): ContextLog => createLog(write, String(name));
  return Object.fromEntries([...entries, ["named", named]]) as unknown as ContextLog;
}

function toLoggable(data: unknown): unknown {
  try {
    return toNaturalJson(data, false);
  } catch (error) {
    return `This could not be logged: ${error instanceof Error ? error.message : "it cannot be written as JSON"}`;
  }
}
