import type { ErrorReport, Registry } from "../registry/registry.js";
import { reportToStderr } from "../registry/report-to-stderr.js";
import { isToolError } from "../tool-error.js";

/**
 * The text of an error that a client may see: the message of a `ToolError`; of any other error, a reference under which
 * the whole of it is in the server's log.
 */
export function maskError(error: unknown, source: string, registry: Registry): string {
  if (isToolError(error)) return error.message;
  const reference = crypto.randomUUID().slice(0, 8);
  report({ error, reference, source }, registry);
  return `The server failed to answer (${source}). Its log has the cause under reference ${reference}.`;
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
