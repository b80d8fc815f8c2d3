import type { IncomingMessage } from "node:http";
import { HEALTH_PATH } from "../gates/endpoint-path.js";
import { parseHost } from "../gates/host.js";
import { type TakenBody, takeBody } from "./take-body.js";

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
    const headers = toHeaders(request.rawHeaders);
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

/** The host and the rest of the URL. Returns `undefined` if they are not valid, which calls for a 400. */
export function toLine(request: IncomingMessage): { readonly host: string; readonly target: string } | undefined {
  const target = toTarget(request);
  if (target === undefined) return undefined;
  const { host } = request.headers;
  // Load balancers use HTTP/1.0, which needs no host.
  if (!host) return isHealthCheck(target) ? { host: "localhost", target } : undefined;
  return isValidHost(host) ? { host, target } : undefined;
}

/** The last one that was valid, because nearly all requests name the same. */
let validHost: string | undefined;

function isValidHost(host: string): boolean {
  if (host === validHost) return true;
  const isValid = parseHost(host) !== undefined;
  if (isValid) validHost = host;
  return isValid;
}

/** The whole path and the query, even if a framework has removed the prefix under which it mounts the handler. */
function toTarget(request: IncomingMessage & { readonly originalUrl?: unknown }): string | undefined {
  const { originalUrl, url = "" } = request;
  const target = typeof originalUrl === "string" ? originalUrl : url;
  if (target.startsWith("/")) return target;
  // The absolute form, for proxies. Its host is ignored, because the host gate checks the `Host` header.
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const { pathname, search } = new URL(target);
  return `${pathname}${search}`;
}

function isHealthCheck(target: string): boolean {
  const url = `http://localhost${target}`;
  return URL.canParse(url) && new URL(url).pathname === HEALTH_PATH;
}

// Joined instead of resolved, because `new URL` would read `//name/path` as another host.
function canonical(url: string): string | undefined {
  return URL.canParse(url) ? url : undefined;
}

function toHeaders(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < raw.length; i += 2) headers.append(raw[i] as string, raw[i + 1] as string);
  return headers;
}
