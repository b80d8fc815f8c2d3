import { isJsonContentType } from "@modelcontextprotocol/server";
import { INVALID_REQUEST, jsonRpcError, PARSE_ERROR } from "./json-rpc-error.js";
import { BodyTooLargeError, readBody } from "./read-body.js";

/** The JSON of a POST, or the response that refuses it. */
export async function parseBody(
  request: Request,
  maxBytes: number,
): Promise<{ readonly json: unknown } | { readonly refusal: Response }> {
  if (!isJsonContentType(request.headers.get("content-type"))) {
    return { refusal: jsonRpcError(415, INVALID_REQUEST, "The content type must be application/json.") };
  }
  try {
    return { json: JSON.parse(await readBody(request, maxBytes)) };
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { refusal: jsonRpcError(413, INVALID_REQUEST, error.message) };
    return { refusal: jsonRpcError(400, PARSE_ERROR, "Parse error: the body is not valid JSON in UTF-8.") };
  }
}
