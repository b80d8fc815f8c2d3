import type { IncomingMessage } from "node:http";
import { type TakenBody, takeBody } from "./take-body.js";
import { toLine } from "./to-line.js";

const BODY_HEADERS: readonly string[] = ["content-encoding", "content-length", "transfer-encoding"];

/**
 * Converts a Node request into a web `Request`. Returns `undefined` if it is not valid HTTP, which calls for a 400.
 *
 * @param parsedBody The parsed body, if a body parser has read the stream
 * @throws BodyTakenError when the stream was read and there is no parsed body
 */
export function toRequest(request: IncomingMessage, signal: AbortSignal, parsedBody?: unknown): Request | undefined {
  const taken = request.method === "POST" && toUrl(request) !== undefined ? takeBody(request, parsedBody) : undefined;
  return toWebRequest(request, signal, taken);
}

/** Does the same, with a body that was taken already, or without one. */
export function toWebRequest(request: IncomingMessage, signal: AbortSignal, taken?: TakenBody): Request | undefined {
  const url = toUrl(request);
  if (url === undefined) return undefined;
  const { method = "GET" } = request;
  try {
    const headers = toHeaders(request.headers);
    if (taken?.original === false) for (const name of BODY_HEADERS) headers.delete(name);
    return new Request(url, { method, headers, signal, ...(taken && { body: taken.init, duplex: "half" }) });
  } catch {
    // `Request` refuses some methods, such as TRACE.
    return undefined;
  }
}

function toUrl(request: IncomingMessage): string | undefined {
  const { host, target } = toLine(request) ?? {};
  return target === undefined ? undefined : canonical(`http://${host}${target}`);
}

// Joined instead of resolved, because `new URL` would read `//name/path` as another host.
function canonical(url: string): string | undefined {
  return URL.canParse(url) ? url : undefined;
}

/** As Node reads them, which keeps the first one where only one is allowed. */
function toHeaders(read: IncomingMessage["headers"]): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(read)) headers.set(name, String(value));
  return headers;
}
