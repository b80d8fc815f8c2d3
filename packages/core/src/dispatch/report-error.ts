import type { ErrorReport, Registry } from "../registry/registry.js";
import { reportToStderr } from "../registry/report-to-stderr.js";

/**
 * Reports an error in full, and returns the reference under which it is in the log.
 *
 * @param source What failed, such as `tool "add"`
 */
export function reportError(error: unknown, source: string, registry: Registry): string {
  const reference = crypto.randomUUID().slice(0, 8);
  report({ error, reference, source }, registry);
  return reference;
}

/** A reporter that fails itself must neither reach the client nor end the process; then stderr has both errors. */
function report(entry: ErrorReport, { reportError }: Registry): void {
  const giveUp = (error: unknown): void => {
    reportToStderr(entry);
    reportToStderr({ error, reference: entry.reference, source: "onError" });
  };
  try {
    Promise.resolve(reportError(entry)).catch(giveUp);
  } catch (error) {
    giveUp(error);
  }
}
