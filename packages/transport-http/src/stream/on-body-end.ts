import { isStream } from "./is-stream.js";

/**
 * Calls `ended` once the response is out of our hands: at once for a complete body, and for one that is sent as it comes
 * when it has been read to its end or given up.
 *
 * @returns the response to send
 */
export function onBodyEnd(response: Response, ended: () => void): Response {
  if (response.body === null || !isStream(response)) {
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
