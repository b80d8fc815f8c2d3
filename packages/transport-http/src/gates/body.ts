import { attempt, readText, weigh } from "@plainmcp/core/internal/engine";
import type { Exchange, Gate, RequestHead } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { PlainAnswer } from "../stream/answer.js";
import { BodyGivenUpError, BodyTooLargeError } from "./read-body.js";

/**
 * Reads the body of a POST.
 *
 * @param maxBytes Largest body that is accepted; reading stops beyond it
 */
export function bodyGate(maxBytes: number): Gate {
  return (exchange) => {
    const { request } = exchange;
    if (request.method !== "POST") return undefined;
    const refusal = refuseType(request);
    if (refusal !== undefined) return refusal;
    return attempt(
      () => exchange.readText(maxBytes),
      refuseBody,
      (read) => (typeof read === "string" ? takeBody(exchange, read) : read),
    );
  };
}

/** Characters of a body that is not worth weighing. */
const SMALL = 4_096;

function takeBody(exchange: Exchange, text: string): PlainAnswer | undefined {
  const read = readText(text);
  if ("error" in read) return PlainAnswer.json(read.error, 400);
  exchange.body = "batch" in read ? read.batch : read.message;
  // A small body is small in memory, too.
  exchange.admit(text.length < SMALL ? text.length : Math.max(text.length, weigh(exchange.body)));
  return undefined;
}

function refuseBody(error: unknown): PlainAnswer {
  if (error instanceof BodyTooLargeError) return errorResponse(413, "invalid-request", error.message);
  if (error instanceof BodyGivenUpError) return errorResponse(429, "internal", error.message);
  if (error instanceof TypeError) return errorResponse(400, "parse-error", "Parse error: the body is not UTF-8.");
  throw error;
}

function refuseType({ headers }: RequestHead): PlainAnswer | undefined {
  const type = headers.get("content-type");
  if (type !== JSON_TYPE && !isJson(type)) {
    return errorResponse(415, "invalid-request", "The content type must be application/json.");
  }
  const encoding = headers.get("content-encoding");
  if (encoding === null || ["", "identity"].includes(encoding.trim().toLowerCase())) return undefined;
  const message = "A body with a Content-Encoding is not supported. Send it unencoded.";
  return errorResponse(415, "invalid-request", message, { headers: { "accept-encoding": "identity" } });
}

const JSON_TYPE = "application/json";

function isJson(contentType: string | null): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === JSON_TYPE;
}
