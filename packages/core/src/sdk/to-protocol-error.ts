import { ProtocolError } from "@modelcontextprotocol/server";
import { toFault } from "../dispatch/to-fault.js";
import type { Report } from "../reporting/create-report.js";
import { errorCodeOf } from "../revisions/error-codes.js";

/** Converts whatever was thrown to an SDK error. The SDK would send the message of any other error to the client. */
export function toProtocolError(error: unknown, report: Report): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const { kind, message, data } = toFault(error, "request", report);
  return new ProtocolError(errorCodeOf(kind), message, data);
}
