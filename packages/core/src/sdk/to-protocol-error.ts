import { ProtocolError } from "@modelcontextprotocol/server";
import { toFault } from "../dispatch/to-fault.js";
import type { Report } from "../reporting/create-report.js";
import { errorCodeOf } from "../revisions/error-codes.js";

/** Whatever was thrown, as an error of the SDK's. It would send the message of any other error to the client. */
export function toProtocolError(error: unknown, report: Report): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const { kind, message, data } = toFault(error, "request", report);
  return new ProtocolError(errorCodeOf(kind), message, data);
}
