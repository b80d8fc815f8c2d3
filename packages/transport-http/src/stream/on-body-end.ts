import { type Answer, PlainAnswer } from "./answer.js";
import { isStream } from "./is-stream.js";

/**
 * Calls `ended` once nothing more has to be done for a response: immediately if its body is complete; if it is a stream, when
 * the client has read it to the end or cancelled it.
 *
 * @returns the answer to send
 */
export function onBodyEnd(answer: Answer, ended: () => void): Answer {
  if (!(answer instanceof PlainAnswer)) return onResponseEnd(answer, ended);
  if (typeof answer.body === "string") ended();
  else answer.body.whenOver(ended);
  return answer;
}

function onResponseEnd(response: Response, ended: () => void): Response {
  if (response.body === null || !isStream(response)) {
    ended();
    return response;
  }
  const reader = response.body.getReader();
  // A cancel also ends a pending read, so `end` may be called twice.
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
    // No read-ahead, so that a cancel reaches the source before it writes more.
    { highWaterMark: 0 },
  );
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
