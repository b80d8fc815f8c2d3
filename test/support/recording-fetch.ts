import { readEvents } from "./read-events.js";
import type { WireLog } from "./wire-log.js";

/** A `fetch` that notes every message that crosses it. */
export function recordingFetch(log: WireLog): typeof fetch {
  return async (input, init) => {
    if (typeof init?.body === "string") log.sent(init.body);
    const response = await fetch(input, init);
    if (!response.body) return response;
    const [ours, theirs] = response.body.tee();
    void record(ours, response.headers.get("content-type") ?? "", log);
    return new Response(theirs, response);
  };
}

async function record(body: ReadableStream<Uint8Array>, type: string, log: WireLog): Promise<void> {
  const response = new Response(body);
  let text: string;
  try {
    if (type.startsWith("text/event-stream")) {
      for await (const { message } of readEvents(response)) if (message) log.received(JSON.stringify(message));
      return;
    }
    // Whatever it is: the client can only give up its half once this one is read.
    text = await response.text();
  } catch {
    return; // The client closed the stream, as it does to cancel a request.
  }
  if (type.startsWith("application/json") && text !== "") log.received(text);
}
