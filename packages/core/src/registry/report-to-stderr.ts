import { OperatorWarning } from "./operator-warning.js";
import type { ErrorReport } from "./registry.js";

/** Writes a report to stderr, with the stack that no client may see. */
export function reportToStderr({ error, reference, source }: ErrorReport): void {
  if (error instanceof OperatorWarning) console.error(`[plainmcp] Warning: ${error.message}`);
  else console.error(`[plainmcp] ${source} failed (reference ${reference})`, error);
}
