import { WireLog } from "./wire-log.js";
import type { Message } from "./wire-schemas.js";

/** One event of a stream. */
export interface Event {
  readonly id?: string | undefined;
  readonly retry?: string | undefined;
  readonly message?: Message | undefined;
}

/** A session of a legacy client over HTTP. */
export interface LegacySession {
  /** Everything that crossed it. */
  readonly log: WireLog;
  readonly id: string;
  /** Sends a message, or an array of them. */
  post(message: object, headers?: Record<string, string>): Promise<Response>;
  /** Opens a stream, or comes back to one. */
  get(lastEventId?: string): Promise<Response>;
  call(id: number | string, name: string, args?: object, meta?: object): Promise<Response>;
  /** Sends a request as it is. */
  send(init: RequestInit): Promise<Response>;
  eventsOf(response: Response): AsyncGenerator<Event>;
}

/** Opens a session, as a client that reads its streams itself. */
export async function openLegacySession(url: string, revision = "2025-11-25"): Promise<LegacySession> {
  const log = new WireLog();
  const own: Record<string, string> = {};
  const send = (init: RequestInit) => fetch(url, { ...init, headers: { ...own, ...(init.headers as object) } });
  const post = (message: object, headers: Record<string, string> = {}) => {
    const body = JSON.stringify(Array.isArray(message) ? message : { jsonrpc: "2.0", ...message });
    log.sent(body);
    const accept = "application/json, text/event-stream";
    return send({ method: "POST", headers: { "content-type": "application/json", accept, ...headers }, body });
  };
  const clientInfo = { name: "by-hand", version: "1" };
  const params = { protocolVersion: revision, capabilities: { elicitation: {} }, clientInfo };
  const opened = await post({ id: 0, method: "initialize", params });
  for await (const _ of readEvents(opened, log));
  own["mcp-session-id"] = opened.headers.get("mcp-session-id") ?? "";
  own["mcp-protocol-version"] = revision;
  await post({ method: "notifications/initialized" });
  return {
    log,
    id: own["mcp-session-id"],
    post,
    send,
    get: (lastEventId) =>
      send({ headers: { accept: "text/event-stream", ...(lastEventId && { "last-event-id": lastEventId }) } }),
    call: (id, name, args = {}, meta) =>
      post({ id, method: "tools/call", params: { name, arguments: args, ...(meta && { _meta: meta }) } }),
    eventsOf: (response) => readEvents(response, log),
  };
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

async function* readEvents(response: Response, log: WireLog): AsyncGenerator<Event> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(block)?.[1];
      const data = field("data");
      if (data !== undefined) log.received(data);
      yield { id: field("id"), retry: field("retry"), message: data === undefined ? undefined : JSON.parse(data) };
    }
  }
}
