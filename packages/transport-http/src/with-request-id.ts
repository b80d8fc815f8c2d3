import type { RequestId } from "@modelcontextprotocol/server";
import { requestIdOf } from "@plainmcp/core/engine";

/**
 * An error response of the SDK, which answers many of them with `id: null`, with the id of the request it is about, or
 * with none.
 */
export async function withRequestId(response: Response, body: unknown): Promise<Response> {
  if (response.status < 400 || response.headers.get("content-type") !== "application/json") return response;
  const { id: _null, ...error } = (await response.json()) as { id?: RequestId | null };
  const id = requestIdOf(body);
  const { status, headers } = response;
  return Response.json({ ...error, ...(id !== undefined && { id }) }, { status, headers });
}
