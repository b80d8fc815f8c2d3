import type { RequestId } from "@modelcontextprotocol/server";
import { ErrorCode } from "@plainmcp/core/engine";
import { errorResponse } from "../error-response.js";

/** The response to a request in a session that is not there, at which clients initialize a new one. */
export function sessionNotFound(id?: RequestId): Response {
  const message = "Session not found. It may have expired: initialize a new one.";
  return errorResponse(404, ErrorCode.sessionNotFound, message, { id });
}
