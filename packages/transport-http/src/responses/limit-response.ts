import type { LimitError, RequestId } from "@plainmcp/core/internal/engine";
import type { PlainAnswer } from "../stream/answer.js";
import { errorResponse } from "./error-response.js";

const RETRY_AFTER_SECONDS = "30";

/** Answers a request for which there is no room: with 429 if its client holds much itself, or else with 503. */
export function limitResponse(error: LimitError, id: RequestId | undefined): PlainAnswer {
  const headers = { "retry-after": RETRY_AFTER_SECONDS };
  return errorResponse(error.isHeavy ? 429 : 503, "internal", error.message, { id, headers });
}
