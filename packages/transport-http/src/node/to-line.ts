import type { IncomingMessage } from "node:http";
import { HEALTH_PATH } from "../gates/endpoint-path.js";
import { parseHost } from "../gates/host.js";

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
