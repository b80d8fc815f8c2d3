import { toPost } from "./post.js";
import { type Event, readEvents } from "./read-events.js";
import { toText } from "./wire-client.js";
import { WireLog } from "./wire-log.js";

/** A session of a legacy client over HTTP. */
export interface LegacySession {
  /** All messages of the session. */
  readonly log: WireLog;
  readonly id: string;
  /** Sends a message, or an array of them. */
  post(message: object, headers?: Record<string, string>): Promise<Response>;
  /** Opens a stream, or resumes one. */
  get(lastEventId?: string): Promise<Response>;
  call(id: number | string, name: string, args?: object, meta?: object): Promise<Response>;
  /** Sends a request as it is. */
  send(init: RequestInit): Promise<Response>;
  eventsOf(response: Response): AsyncGenerator<Event>;
}

/** Opens a session whose streams the test reads itself. */
export async function openLegacySession(
  url: string,
  revision = "2025-11-25",
  fetchFrom: typeof fetch = fetch,
): Promise<LegacySession> {
  const log = new WireLog();
  const own: Record<string, string> = {};
  const send = (init: RequestInit) => fetchFrom(url, { ...init, headers: { ...own, ...(init.headers as object) } });
  const post = (message: object, headers: Record<string, string> = {}) => {
    const body = toText(message);
    log.sent(body);
    return send(toPost(body, headers));
  };
  const eventsOf = async function* (response: Response): AsyncGenerator<Event> {
    for await (const event of readEvents(response)) {
      if (event.message) log.received(JSON.stringify(event.message));
      yield event;
    }
  };
  const clientInfo = { name: "by-hand", version: "1" };
  const params = { protocolVersion: revision, capabilities: { elicitation: {} }, clientInfo };
  const opened = await post({ id: 0, method: "initialize", params });
  for await (const _ of eventsOf(opened));
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
    eventsOf,
  };
}
