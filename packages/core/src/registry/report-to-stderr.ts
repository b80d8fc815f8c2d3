import type { ErrorReport } from "./registry.js";

/** Writes a report to stderr, with the stack that no client may see. */
export function reportToStderr({ error, reference, source }: ErrorReport): void {
  console.error(`[plainmcp] ${source} failed (reference ${reference})`, error);
}
