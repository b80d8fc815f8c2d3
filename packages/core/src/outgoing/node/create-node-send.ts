import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type { LookupFunction } from "node:net";
import type { OutgoingRequest } from "../outgoing-request.js";
import type { Send } from "../send.js";
import { whyPrivate } from "../why-private.js";
import { guardedLookup, type Lookup } from "./guarded-lookup.js";
import type { NodeModules } from "./load-node.js";
import { toResponse } from "./to-response.js";

/** Connections are kept for the next request for as long as Node's `fetch` keeps them. */
const KEEP_ALIVE_MS = 4_000;

/** A connection on which nothing happens for so long is lost, as it is for Node's `fetch`. */
const SILENCE_MS = 300_000;

/** How addresses are found and judged. */
export interface Addresses {
  readonly lookup?: Lookup;
  /** Says why an address is refused. */
  readonly why?: typeof whyPrivate;
}

/** Sends requests by Node's own client. */
export function createNodeSend(
  node: NodeModules,
  { lookup = node.dns.lookup, why = whyPrivate }: Addresses = {},
): Send {
  // Apart from each other, because whoever takes over an open connection does not look up its address.
  const guarded = createAgents(node, guardedLookup(lookup, why));
  const open = createAgents(node, lookup as LookupFunction);
  return (request, options) =>
    new Promise((resolve, reject) => {
      const isSecure = request.url.protocol === "https:";
      const agents = options.isGuarded ? guarded : open;
      const sent = (isSecure ? node.https : node.http).request({
        ...toTarget(request),
        method: request.method,
        headers: toHeaders(request),
        agent: isSecure ? agents.https : agents.http,
      });
      const { signal } = options;
      const stop = (): void => void sent.destroy(signal.reason);
      signal.addEventListener("abort", stop, { once: true });
      sent.once("close", () => signal.removeEventListener("abort", stop));
      sent.setTimeout(SILENCE_MS, () => sent.destroy(new Error(`nothing has happened for ${SILENCE_MS / 1_000} s`)));
      sent.on("error", reject);
      sent.once("response", (message: IncomingMessage) => {
        try {
          resolve(toResponse(message, request, signal, node));
        } catch (error) {
          sent.destroy();
          reject(error);
        }
      });
      if (signal.aborted) stop();
      else write(request.body, sent, node, reject);
    });
}

function createAgents({ http, https }: NodeModules, lookup: LookupFunction): Record<"http" | "https", Agent> {
  const options = { keepAlive: true, timeout: KEEP_ALIVE_MS, lookup };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

function toTarget({ url }: OutgoingRequest) {
  const { protocol, port, pathname, search } = url;
  return { protocol, port, hostname: url.hostname.replace(/^\[|\]$/g, ""), path: `${pathname}${search}` };
}

/** The headers, with those that Node's `fetch` adds. */
function toHeaders({ headers, body }: OutgoingRequest): Record<string, string> {
  const length = body instanceof Uint8Array ? body.byteLength : body instanceof Blob ? body.size : undefined;
  return {
    ...{ accept: "*/*", "accept-encoding": "gzip, deflate, br", "user-agent": "node" },
    ...Object.fromEntries(headers),
    ...(length !== undefined && { "content-length": String(length) }),
    // Node does not do it for a DELETE.
    ...(body instanceof ReadableStream && !headers.has("content-length") && { "transfer-encoding": "chunked" }),
  };
}

function write(
  body: OutgoingRequest["body"],
  sent: ClientRequest,
  { stream }: NodeModules,
  reject: (error: unknown) => void,
): void {
  if (body === undefined || body instanceof Uint8Array) {
    sent.end(body);
    return;
  }
  const chunks = body instanceof Blob ? body.stream() : body;
  // After a response, this changes nothing: a server may answer before it has read everything.
  stream.pipeline(stream.Readable.from(chunks as AsyncIterable<Uint8Array>), sent, (error) => error && reject(error));
}
