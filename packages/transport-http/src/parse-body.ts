import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { ErrorCode, readJson, readMessage } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";
import { BodyTooLargeError, readBody } from "./read-body.js";

/** The body of a POST: a message, or the elements of a batch, each of which may be anything. */
export type Body = JSONRPCMessage | readonly unknown[];

/**
 * Reads the body of a POST, or makes the response that refuses it.
 *
 * @throws Error when it has been read already
 */
export async function parseBody(
  request: Request,
  maxBytes: number,
): Promise<{ readonly body: Body } | { readonly refusal: Response }> {
  const { headers } = request;
  if (!isJson(headers.get("content-type"))) {
    return { refusal: errorResponse(415, ErrorCode.invalidRequest, "The content type must be application/json.") };
  }
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding !== "identity") {
    const message = "A body with a Content-Encoding is not supported. Send it as it is.";
    return {
      refusal: errorResponse(415, ErrorCode.invalidRequest, message, { headers: { "accept-encoding": "identity" } }),
    };
  }
  if (request.bodyUsed) {
    throw new Error(
      "Something in front of the MCP handler has read the body of the request. Give the handler a clone.",
    );
  }
  try {
    const read = readJson(await readBody(request, maxBytes));
    if ("error" in read) return refuse(read.error);
    if (Array.isArray(read.json)) return { body: read.json };
    const message = readMessage(read.json);
    return "error" in message ? refuse(message.error) : { body: message.message };
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      return { refusal: errorResponse(413, ErrorCode.invalidRequest, error.message) };
    }
    return { refusal: errorResponse(400, ErrorCode.parseError, "Parse error: the body is not UTF-8.") };
  }
}

function refuse(error: object): { readonly refusal: Response } {
  return { refusal: Response.json(error, { status: 400 }) };
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
}
