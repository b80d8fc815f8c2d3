import { requestIdOf } from "@plainmcp/core/internal/engine";
import { errorResponse } from "./error-response.js";

export const SHUTTING_DOWN = "The server is shutting down.";

/** The response to a request that comes too late, or could not be answered in time. */
export function shuttingDown(body?: unknown): Response {
  return errorResponse(503, "internal", SHUTTING_DOWN, { id: requestIdOf(body) });
}
