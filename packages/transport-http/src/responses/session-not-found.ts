import type { RequestId } from "@plainmcp/core/internal/engine";

import type { PlainAnswer } from "../stream/answer.js";
import { errorResponse } from "./error-response.js";

/** The response to a request in a session that does not exist. Clients then initialize a new one. */
export function sessionNotFound(id?: RequestId): PlainAnswer {
  const message = "Session not found. It may have expired: initialize a new one.";
  return errorResponse(404, "session-not-found", message, { id });
}
