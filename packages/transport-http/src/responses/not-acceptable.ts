import { requestIdOf } from "@plainmcp/core/internal/engine";
import type { PlainAnswer } from "../stream/answer.js";
import { errorResponse } from "./error-response.js";

/** Content types of the answer to a POST. */
export const POST_ANSWERS = "application/json or text/event-stream";

/** The response to a client that accepts none of the content types of the answer. */
export function notAcceptable(types: string, message?: unknown): PlainAnswer {
  const text = `Not acceptable: the server answers with ${types}. Add it to the Accept header.`;
  return errorResponse(406, "invalid-request", text, { id: requestIdOf(message) });
}
