import { requestIdOf } from "@plainmcp/core/internal/engine";
import { errorResponse } from "./error-response.js";

/** The response to a client that accepts none of the content types of the answer. */
export function notAcceptable(types: string, message?: unknown): Response {
  const text = `Not acceptable: the server answers with ${types}. Add it to the Accept header.`;
  return errorResponse(406, "invalid-request", text, { id: requestIdOf(message) });
}
