import { describeRequest, type OutgoingRequest, requireHttp } from "./outgoing-request.js";

const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Headers about a body, which a request without one does not have. */
const OF_BODY = ["content-encoding", "content-language", "content-length", "content-location", "content-type"];

/** Headers that another origin may see. All others may be credentials: their names say nothing. */
const FOR_ALL: ReadonlySet<string> = new Set([
  ...OF_BODY,
  ...["accept", "accept-encoding", "accept-language", "cache-control", "pragma", "range", "user-agent"],
  ...["if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since"],
]);

/**
 * Makes the request that a response redirects to, by the rules of `fetch`; `undefined` if it does not redirect.
 *
 * @throws TypeError when there is no way to follow
 */
export function followRedirect(request: OutgoingRequest, response: Response): OutgoingRequest | undefined {
  const location = response.headers.get("location");
  if (!STATUSES.has(response.status) || location === null) return undefined;
  const url = readLocation(location, request);
  requireHttp(url);
  if (url.hash === "") url.hash = request.url.hash;
  const headers = new Headers(request.headers);
  if (url.origin !== request.url.origin) {
    for (const name of [...headers.keys()]) if (!FOR_ALL.has(name)) headers.delete(name);
  }
  if (becomesGet(response.status, request.method)) {
    for (const name of OF_BODY) headers.delete(name);
    return { method: "GET", url, headers, body: undefined };
  }
  if (request.body instanceof ReadableStream) {
    throw new TypeError(
      `${describeRequest(request)} was redirected, but its body is a stream and cannot be sent twice`,
    );
  }
  return { ...request, url, headers };
}

function readLocation(location: string, request: OutgoingRequest): URL {
  try {
    const url = new URL(toText(location), request.url);
    if (url.username === "" && url.password === "") return url;
  } catch {
    // As for one with a password.
  }
  throw new TypeError(`${describeRequest(request)} was redirected to an invalid URL`);
}

/** Reads the bytes of a header as UTF-8 if they are, which servers send although a URL should be ASCII. */
function toText(header: string): string {
  const bytes = Uint8Array.from(header, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return header;
  }
}

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== "GET" && method !== "HEAD";
  return (status === 301 || status === 302) && method === "POST";
}
