import { isMissingCapabilityError } from "../ask/missing-capability-error.js";
import { toCapabilitiesObject } from "../ask/require-capabilities.js";
import type { Fault } from "../primitives/middleware.js";
import type { Report } from "../reporting/create-report.js";
import { isToolError } from "../tool-error.js";
import type { Invocation } from "./call.js";
import { FaultError } from "./fault-error.js";
import { ShutdownError } from "./shutdown-error.js";

/**
 * Whatever was thrown while a request was answered, as what a client may know of it. Of most errors that is a reference,
 * under which the operator has the whole of it.
 *
 * @param source What failed, such as `tool "add"`
 * @param invocation The call in which it was thrown: one that was stopped has not failed
 */
export function toFault(error: unknown, source: string, report: Report, invocation?: Invocation): Fault {
  if (error instanceof FaultError) return error.fault;
  if (isMissingCapabilityError(error)) {
    const data = { requiredCapabilities: toCapabilitiesObject(error.missing) };
    return { kind: "missing-capability", message: error.message, error, data };
  }
  if (isToolError(error)) return { kind: "refused", message: error.message, error };
  if (invocation?.isAborted) {
    const { reason } = invocation.signal;
    const message = reason instanceof ShutdownError ? reason.message : "Cancelled.";
    return { kind: "cancelled", message, error };
  }
  const reference = report(error, source);
  const message = `The server failed to answer (${source}). Its log has the cause under reference ${reference}.`;
  return { kind: "masked", message, error };
}
