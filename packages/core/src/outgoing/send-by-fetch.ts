import type { OutgoingRequest } from "./outgoing-request.js";
import type { SendOptions } from "./send.js";

/** Sends a request by the platform's `fetch`, which does not tell which address it connects to. */
export function sendByFetch(
  { method, url, headers, body }: OutgoingRequest,
  { signal }: SendOptions,
): Promise<Response> {
  const isStream = body instanceof ReadableStream;
  const init = { method, headers, signal, redirect: "manual", body: body ?? null, ...(isStream && { duplex: "half" }) };
  return fetch(url, init as RequestInit);
}
