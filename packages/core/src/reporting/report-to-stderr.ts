import type { ErrorReport } from "./error-report.js";
import { OperatorWarning } from "./operator-warning.js";

/** Writes a report to stderr, with the stack that no client may see. */
export function reportToStderr({ error, reference, source }: ErrorReport): void {
  if (error instanceof OperatorWarning) console.error(`[plainmcp] Warning: ${error.message}`);
  else console.error(`[plainmcp] ${source} failed (reference ${reference})`, error);
}
