import { jsonRpcError, requestIdOf } from "@plainmcp/core/internal/engine";
import { isEventStream } from "../stream/is-stream.js";

/** Converts the SDK's response to JSON, for clients that do not accept event streams: only the answer itself is kept. */
export async function toJson(response: Response, body: unknown): Promise<Response> {
  if (!isEventStream(response)) return response;
  const events = (await response.text()).split("\n\n");
  const messages = events.flatMap((event) => /^data: (.+)$/m.exec(event)?.[1] ?? []);
  const text = messages.findLast((message) => !("method" in JSON.parse(message)));
  return new Response(text ?? failure(body), { headers: { "content-type": "application/json" } });
}

/** The text of an answer. If the client has disconnected, the SDK's response has none, and an error stands in. */
export async function textOf(response: Response, body: unknown): Promise<string> {
  return (await response.text().catch(() => "")) || failure(body);
}

function failure(body: unknown): string {
  return JSON.stringify(jsonRpcError("internal", "Internal error.", { id: requestIdOf(body) }));
}
