import { readText } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { BodyTooLargeError, readBody } from "./read-body.js";

/**
 * Reads the body of a POST.
 *
 * @param maxBytes Largest body that is accepted; reading stops beyond it
 */
export function bodyGate(maxBytes: number): Gate {
  return async (exchange) => {
    const { request } = exchange;
    if (request.method !== "POST") return undefined;
    const refusal = refuseType(request);
    if (refusal !== undefined) return refusal;
    if (request.bodyUsed) {
      throw new Error(
        "The body of the request was read before the request reached the MCP handler. Pass the handler a clone.",
      );
    }
    let text: string;
    try {
      text = await readBody(request, maxBytes);
    } catch (error) {
      return error instanceof BodyTooLargeError
        ? errorResponse(413, "invalid-request", error.message)
        : errorResponse(400, "parse-error", "Parse error: the body is not UTF-8.");
    }
    const read = readText(text);
    if ("error" in read) return Response.json(read.error, { status: 400 });
    exchange.body = "batch" in read ? read.batch : read.message;
    return undefined;
  };
}

function refuseType({ headers }: Request): Response | undefined {
  if (!isJson(headers.get("content-type"))) {
    return errorResponse(415, "invalid-request", "The content type must be application/json.");
  }
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding === "identity") return undefined;
  const message = "A body with a Content-Encoding is not supported. Send it unencoded.";
  return errorResponse(415, "invalid-request", message, { headers: { "accept-encoding": "identity" } });
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
}
