import type { IncomingMessage } from "node:http";
import { parseHost } from "../host-guard.js";
import { toBodyStream } from "./to-body-stream.js";

/** A Node request as a web one; `undefined` when it is none that HTTP allows, which deserves a 400. */
export function toRequest(request: IncomingMessage, signal: AbortSignal): Request | undefined {
  const url = toUrl(request);
  if (url === undefined) return undefined;
  try {
    const { method = "GET" } = request;
    const init = { method, headers: toHeaders(request.rawHeaders), signal };
    if (method !== "POST") return new Request(url, init);
    return new Request(url, { ...init, body: toBodyStream(request), duplex: "half" });
  } catch {
    // Such as TRACE, which the class refuses.
    return undefined;
  }
}

// Joined rather than resolved: resolving would read `//name/path` as another host.
function toUrl({ url = "", headers: { host } }: IncomingMessage): string | undefined {
  if (host === undefined || parseHost(host) === undefined) return undefined;
  if (url.startsWith("/")) return canonical(`http://${host}${url}`);
  // The form proxies use. Its own authority is not asked: it is the `Host` header that the guard looks at.
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return canonical(`http://${host}${pathname}${search}`);
}

function canonical(url: string): string | undefined {
  return URL.canParse(url) ? url : undefined;
}

function toHeaders(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < raw.length; i += 2) headers.append(raw[i] as string, raw[i + 1] as string);
  return headers;
}
