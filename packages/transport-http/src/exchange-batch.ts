import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { readBatch } from "@plainmcp/core/engine";
import { isEventStream } from "./is-event-stream.js";
import { toEvent } from "./to-event.js";

/**
 * Has the messages of a batch answered, in one event stream. What is no message is refused in the same stream, or else
 * in an array.
 *
 * @param revision The revision the client speaks, if it is known
 */
export async function exchangeBatch(
  elements: readonly unknown[],
  revision: string | undefined,
  exchange: (messages: readonly JSONRPCMessage[]) => Promise<Response>,
): Promise<Response> {
  const batch = readBatch(elements, revision);
  if ("error" in batch) return Response.json(batch.error, { status: 400 });
  const { messages, refused } = batch;
  if (refused.length === 0) return await exchange(messages);
  const response = messages.length === 0 ? undefined : await exchange(messages);
  if (response?.body && isEventStream(response)) {
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(beginningWith(refused)), { status, headers });
  }
  return response === undefined || response.ok ? Response.json(refused, { status: 400 }) : response;
}

function beginningWith(messages: readonly JSONRPCMessage[]): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    start(controller) {
      for (const message of messages) controller.enqueue(toEvent(message));
    },
  });
}
