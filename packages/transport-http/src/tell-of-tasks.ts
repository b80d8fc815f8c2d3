import type { TaskListening } from "@plainmcp/core/engine";
import { onBodyEnd } from "./on-body-end.js";

/**
 * Tells a subscription what becomes of the tasks it names, beside what the SDK tells it, which knows no tasks: from its
 * acknowledgement until the stream is over.
 *
 * @returns the response to send
 */
export function tellOfTasks(response: Response, tasks: TaskListening | undefined): Response {
  // Anything else is a refusal.
  if (!tasks || !response.body || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return response;
  }
  let stop: (() => void) | undefined;
  const told = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (stop !== undefined) return controller.enqueue(chunk);
      const event = new TextDecoder().decode(chunk);
      if (!event.includes(ACKNOWLEDGED)) return controller.enqueue(chunk);
      controller.enqueue(encode(withTasks(event, tasks)));
      stop = tasks.begin((message) => controller.enqueue(encode(toEvent(message))));
    },
    flush: () => stop?.(),
  });
  const { status, headers } = response;
  return onBodyEnd(new Response(response.body.pipeThrough(told), { status, headers }), () => stop?.());
}

const ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

/** The SDK writes each event as a chunk of its own. */
function withTasks(event: string, { taskIds }: TaskListening): string {
  const message = JSON.parse(event.slice(event.indexOf("{")));
  Object.assign(message.params.notifications, { taskIds });
  return toEvent(message);
}

function toEvent(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
