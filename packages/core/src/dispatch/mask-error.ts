import type { Registry } from "../registry/registry.js";
import { reportError } from "../reporting/report-error.js";
import { isToolError } from "../tool-error.js";

/**
 * The text of an error that a client may see: the message of a `ToolError`; of any other error, a reference under which
 * the whole of it is in the server's log.
 */
export function maskError(error: unknown, source: string, registry: Registry): string {
  if (isToolError(error)) return error.message;
  const reference = reportError(error, source, registry);
  return `The server failed to answer (${source}). Its log has the cause under reference ${reference}.`;
}
