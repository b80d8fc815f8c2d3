import type { JSONRPCNotification } from "@modelcontextprotocol/server";
import type { TaskListening } from "@plainmcp/core/engine";
import { isEventStream } from "../stream/is-stream.js";
import { onBodyEnd } from "../stream/on-body-end.js";
import { toEvent } from "../stream/to-event.js";

/**
 * Tells a subscription what becomes of the tasks it names, beside what the SDK tells it, which knows no tasks: from its
 * acknowledgement until the stream is over.
 *
 * @returns the response to send
 */
export function tellOfTasks(response: Response, tasks: TaskListening | undefined): Response {
  if (!tasks || !response.body || !isEventStream(response)) return response;
  let stop: (() => void) | undefined;
  const told = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (stop !== undefined) return controller.enqueue(chunk);
      const event = new TextDecoder().decode(chunk);
      if (!event.includes(ACKNOWLEDGED)) return controller.enqueue(chunk);
      controller.enqueue(toEvent(tasks.acknowledge(toMessage(event))));
      stop = tasks.begin((message) => controller.enqueue(toEvent(message)));
    },
    flush: () => stop?.(),
  });
  const { status, headers } = response;
  return onBodyEnd(new Response(response.body.pipeThrough(told), { status, headers }), () => stop?.());
}

const ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

/** The SDK writes each event as a chunk of its own. */
function toMessage(event: string): JSONRPCNotification {
  return JSON.parse(event.slice(event.indexOf("{")));
}
