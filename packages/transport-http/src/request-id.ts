import type { RequestId } from "@modelcontextprotocol/server";

/** The id to answer a body with, if it is one request. The id of a response is one of ours and names no request. */
export function requestIdOf(body: unknown): RequestId | undefined {
  if (typeof body !== "object" || body === null || !("method" in body) || !("id" in body)) return undefined;
  const { id, method } = body;
  if (typeof method !== "string") return undefined;
  return typeof id === "string" || Number.isInteger(id) ? (id as RequestId) : undefined;
}

/** An error response of the SDK, which answers many of them with `id: null`, with the id of the request it is about. */
export async function withRequestId(response: Response, body: unknown): Promise<Response> {
  if (response.status < 400 || response.headers.get("content-type") !== "application/json") return response;
  const { id: _null, ...error } = (await response.json()) as { id?: RequestId | null };
  const id = requestIdOf(body);
  const { status, headers } = response;
  return Response.json({ ...error, ...(id !== undefined && { id }) }, { status, headers });
}
