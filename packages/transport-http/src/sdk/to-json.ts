import { jsonRpcError, requestIdOf } from "@plainmcp/core/internal/engine";
import { isEventStream } from "../stream/is-stream.js";

/** The SDK's answer as JSON: of an event stream, the message that is the answer, for clients that take no event stream. */
export async function toJson(response: Response, body: unknown): Promise<Response> {
  if (!isEventStream(response)) return response;
  const events = (await response.text()).split("\n\n");
  const messages = events.flatMap((event) => /^data: (.+)$/m.exec(event)?.[1] ?? []);
  const text = messages.findLast((message) => !("method" in JSON.parse(message)));
  return new Response(text ?? failure(body), { headers: { "content-type": "application/json" } });
}

/** The text of an answer. One without any was made for a client that has gone. */
export async function textOf(response: Response, body: unknown): Promise<string> {
  return (await response.text().catch(() => "")) || failure(body);
}

function failure(body: unknown): string {
  return JSON.stringify(jsonRpcError("internal", "Internal error.", { id: requestIdOf(body) }));
}
