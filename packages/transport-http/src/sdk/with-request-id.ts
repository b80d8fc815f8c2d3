import { type RequestId, requestIdOf } from "@plainmcp/core/internal/engine";

/** Gives an error response the id of its request, or none: the SDK sends many of them with `id: null`. */
export async function withRequestId(response: Response, body: unknown): Promise<Response> {
  if (response.status < 400 || response.headers.get("content-type") !== "application/json") return response;
  const { id: _null, ...error } = (await response.json()) as { id?: RequestId | null };
  const id = requestIdOf(body);
  const { status, headers } = response;
  return Response.json({ ...error, ...(id !== undefined && { id }) }, { status, headers });
}
