import { isEventStream } from "./is-event-stream.js";

/**
 * Calls `ended` once the response is out of our hands: at once for a complete body, and for an event stream when it has
 * been read to its end or given up.
 *
 * @param lastWords What to add to an event stream at its end
 * @returns the response to send
 */
export function onBodyEnd(response: Response, ended: () => void, lastWords: () => string = () => ""): Response {
  if (response.body === null || !isEventStream(response)) {
    ended();
    return response;
  }
  const reader = response.body.getReader();
  // Giving up also ends a read that is under way.
  let open = true;
  const end = (): void => {
    if (open) ended();
    open = false;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          const last = lastWords();
          if (last !== "") controller.enqueue(new TextEncoder().encode(last));
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel(reason) {
        end();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead, so that cancelling reaches the source before it has written more.
    { highWaterMark: 0 },
  );
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
