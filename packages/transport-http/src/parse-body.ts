import { isJsonContentType } from "@modelcontextprotocol/server";
import { ErrorCode, readJson } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";
import { BodyTooLargeError, readBody } from "./read-body.js";

/** The JSON of a POST, or the response that refuses it. */
export async function parseBody(
  request: Request,
  maxBytes: number,
): Promise<{ readonly json: unknown } | { readonly refusal: Response }> {
  if (!isJsonContentType(request.headers.get("content-type"))) {
    return { refusal: errorResponse(415, ErrorCode.invalidRequest, "The content type must be application/json.") };
  }
  try {
    const read = readJson(await readBody(request, maxBytes));
    return "json" in read ? read : { refusal: Response.json(read.error, { status: 400 }) };
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      return { refusal: errorResponse(413, ErrorCode.invalidRequest, error.message) };
    }
    return { refusal: errorResponse(400, ErrorCode.parseError, "Parse error: the body is not UTF-8.") };
  }
}
