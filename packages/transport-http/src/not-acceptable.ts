import { ErrorCode, requestIdOf } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";

/** The response to a client that does not take what there is. */
export function notAcceptable(types: string, message?: unknown): Response {
  const text = `Not acceptable: the answer is ${types}. Add it to the Accept header.`;
  return errorResponse(406, ErrorCode.invalidRequest, text, { id: requestIdOf(message) });
}
