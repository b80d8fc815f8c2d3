import { readEvents } from "./read-events.js";
import type { WireLog } from "./wire-log.js";

/** A `fetch` that records every message. */
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
    // Read every body: until this half is read, the client can only cancel its own half.
    text = await response.text();
  } catch {
    return; // The client closed the stream, as it does to cancel a request.
  }
  if (type.startsWith("application/json") && text !== "") log.received(text);
}
