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
  let text = "";
  try {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (!type.startsWith("text/event-stream")) continue;
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) receiveEvent(event, log);
    }
  } catch {
    return; // The client closed the stream, as it does to cancel a request.
  }
  if (type.startsWith("application/json") && text !== "") log.received(text);
}

function receiveEvent(event: string, log: WireLog): void {
  const data = event
    .split("\n")
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice(5).trim())
    .join("\n");
  if (data !== "") log.received(data);
}
