import type { Message } from "./wire-schemas.js";

/** One event of a stream. */
export interface Event {
  readonly id?: string | undefined;
  readonly retry?: string | undefined;
  readonly message?: Message | undefined;
}

/** The events of a response, as they arrive. A response in JSON is like a stream of one event without an id. */
export async function* readEvents(response: Response): AsyncGenerator<Event> {
  const { headers, body } = response;
  if (body === null) return;
  if (headers.get("content-type") === "application/json") {
    yield { message: (await response.json()) as Message };
    return;
  }
  let text = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(block)?.[1];
      const data = field("data");
      yield { id: field("id"), retry: field("retry"), message: data === undefined ? undefined : JSON.parse(data) };
    }
  }
}

/** The next event that carries a message. */
export async function nextMessage(events: AsyncGenerator<Event>): Promise<Event & { readonly message: Message }> {
  for (;;) {
    const { done, value } = await events.next();
    if (done) throw new Error("The stream has ended.");
    if (value.message) return value as Event & { readonly message: Message };
  }
}

/** All messages until the stream ends. */
export async function allMessages(events: AsyncGenerator<Event>): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const { message } of events) if (message) messages.push(message);
  return messages;
}
