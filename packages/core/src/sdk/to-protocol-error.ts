import { ProtocolError } from "@modelcontextprotocol/server";
import { toFault } from "../dispatch/to-fault.js";
import type { Report } from "../reporting/create-report.js";
import { errorCodeOf } from "../revisions/error-codes.js";
import { isObject } from "../values/is-object.js";

/** The data of errors whose code a method has chosen. */
const ownData = new WeakSet<object>();

/** Converts whatever was thrown to an SDK error. The SDK would send the message of any other error to the client. */
export function toProtocolError(error: unknown, report: Report): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const { kind, code = errorCodeOf(kind), message, data } = toFault(error, "request", report);
  if (kind === "protocol" && isObject(data)) ownData.add(data);
  return new ProtocolError(code, message, data);
}

/** Whether an error with this data has a code that its method has chosen, and that no revision changes. */
export function isOwnData(data: object): boolean {
  return ownData.has(data);
}
