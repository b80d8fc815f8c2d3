import { requestIdOf } from "@plainmcp/core/internal/engine";
import type { PlainAnswer } from "../stream/answer.js";
import { errorResponse } from "./error-response.js";

export const SHUTTING_DOWN = "The server is shutting down.";

/** The response to a request that arrives during shutdown, or is not answered before its end. */
export function shuttingDown(body?: unknown): PlainAnswer {
  return errorResponse(503, "internal", SHUTTING_DOWN, { id: requestIdOf(body) });
}
