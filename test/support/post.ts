import { modernHeaders, modernParams } from "./modern-message.js";

/** The headers and body of a POST, for `fetch` and for `Request`. */
export interface Post {
  readonly method: "POST";
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The headers of every POST. */
export const POST_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};

/** A POST with any body. */
export function toPost(body: unknown, headers: Readonly<Record<string, string>> = {}): Post {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { method: "POST", headers: { ...POST_HEADERS, ...headers }, body: text };
}

/** A request of a modern client. */
export function modernPost(id: number | string, method: string, params: object = {}, meta: object = {}): Post {
  const message = { jsonrpc: "2.0", id, method, params: modernParams(params, meta) };
  return toPost(message, modernHeaders(message));
}
