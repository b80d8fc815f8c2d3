import type { ErrorReport } from "./error-report.js";
import { OperatorWarning } from "./operator-warning.js";

/** Writes a report to stderr, including the stack, which clients must not see. */
export function reportToStderr({ error, reference, source }: ErrorReport): void {
  if (error instanceof OperatorWarning) console.error(`[plainmcp] Warning: ${error.message}`);
  else console.error(`[plainmcp] ${source} failed (reference ${reference}${adviceFor(source)})`, error);
}

let hasAdvised = false;

/** Advice for the author of a tool, given with the first failure only. */
function adviceFor(source: string): string {
  if (hasAdvised || !source.startsWith('tool "')) return "";
  hasAdvised = true;
  return "; for a text that the model may read, throw ToolError";
}
