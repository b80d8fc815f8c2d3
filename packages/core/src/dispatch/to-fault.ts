import { isMissingCapabilityError } from "../ask/missing-capability-error.js";
import { toCapabilitiesObject } from "../ask/require-capabilities.js";
import { StartFailure } from "../lifecycle/start-failure.js";
import { LimitError } from "../limits/limit-error.js";
import type { Fault } from "../primitives/middleware.js";
import { isProtocolError, ProtocolError } from "../protocol-error.js";
import type { Report } from "../reporting/create-report.js";
import { toJson } from "../result/to-json.js";
import { isToolError, type ToolError } from "../tool-error.js";
import type { Invocation } from "./call.js";
import { disclose, withoutTranslation } from "./disclose.js";
import { FaultError } from "./fault-error.js";
import { ShutdownError } from "./shutdown-error.js";
import { toInspectable } from "./to-inspectable.js";

/**
 * Turns whatever was thrown while answering a request into a fault that the client may see. For most errors this is
 * only a reference, unless the server's option `errors` says more; the operator finds the full error under it.
 *
 * @param source What failed, such as `tool "add"`
 * @param invocation The call that threw. If it was cancelled, the fault says so
 */
export function toFault(thrown: unknown, source: string, report: Report, invocation?: Invocation): Fault {
  const error = toInspectable(thrown);
  if (error instanceof FaultError) return error.fault;
  if (error instanceof LimitError) return { kind: "internal", message: error.message };
  // All calls that waited for the start get the same reference.
  if (error instanceof StartFailure) return toFault(error.cause, source, error.report);
  if (isMissingCapabilityError(error)) {
    const data = { requiredCapabilities: toCapabilitiesObject(error.missing) };
    return { kind: "missing-capability", message: error.message, error, data };
  }
  // If one of these cannot be sent, that is a mistake of the server.
  if (isToolError(error)) return toRefusal(error, source, withoutTranslation(report));
  if (isProtocolError(error)) return toOwnFault(error, source, withoutTranslation(report));
  if (invocation?.isAborted) {
    const { reason } = invocation.signal;
    const message = reason instanceof ShutdownError ? reason.message : "Cancelled.";
    return { kind: "cancelled", message, error };
  }
  return mask(error, source, report);
}

/** A method may have changed the message since, and clients refuse one that is not a string. */
function toRefusal(error: ToolError, source: string, report: Report): Fault {
  const { message } = error;
  return typeof message === "string" ? refused(error, error) : mask(noText("ToolError", error), source, report);
}

/** A result without any text would tell the model nothing. */
function refused({ message, name }: ToolError, error: unknown): Fault {
  return { kind: "refused", message: message || String(name), error };
}

/** A method may have changed all of these since, too. */
function toOwnFault(error: ProtocolError, source: string, report: Report): Fault {
  const { code, message, data } = error;
  if (typeof message !== "string") return mask(noText("ProtocolError", error), source, report);
  try {
    // It knows which codes may be used.
    const own = { kind: "protocol", code: new ProtocolError(code, message).code, message, error } as const;
    return { ...own, ...(data !== undefined && { data: toOwnData(data, message) }) };
  } catch (cause) {
    return mask(cause, source, report);
  }
}

function toOwnData(data: unknown, message: string): unknown {
  try {
    return toJson(data).json;
  } catch (cause) {
    throw new TypeError(`The data of a ProtocolError cannot be sent as JSON: ${message}`, { cause });
  }
}

function noText(name: string, cause: unknown): TypeError {
  return new TypeError(`The message of a ${name} is not a string.`, { cause });
}

function mask(error: unknown, source: string, report: Report): Fault {
  const disclosed = disclose(error, report);
  if (isToolError(disclosed)) return refused(disclosed, error);
  const reference = report(error, source);
  const masked = `The server failed to answer (${source}). Its log has the cause under reference ${reference}.`;
  return { kind: "masked", message: disclosed ?? masked, error };
}
