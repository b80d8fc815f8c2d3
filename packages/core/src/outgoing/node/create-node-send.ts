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

/** How addresses are found and judged, and how long a connection may be silent. */
export interface NodeSendOptions {
  readonly lookup?: Lookup;
  /** Says why an address is refused. */
  readonly why?: typeof whyPrivate;
  /** @default five minutes */
  readonly silenceMs?: number;
}

/** Sends requests by Node's own client. */
export function createNodeSend(
  node: NodeModules,
  { lookup = node.dns.lookup, why = whyPrivate, silenceMs = SILENCE_MS }: NodeSendOptions = {},
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
      let body: IncomingMessage | undefined;
      const end = (reason: unknown): void => {
        // First, because the request ends a body without a length as if it were complete.
        body?.destroy(reason as Error);
        sent.destroy(reason as Error);
      };
      const stop = (): void => end(signal.reason);
      signal.addEventListener("abort", stop, { once: true });
      sent.once("close", () => signal.removeEventListener("abort", stop));
      sent.setTimeout(silenceMs, () => end(new Error(`nothing has happened for ${silenceMs / 1_000} s`)));
      sent.on("error", reject);
      sent.once("upgrade", (_, socket) => {
        socket.destroy();
        reject(new Error("it was answered with another protocol"));
      });
      sent.once("response", (message: IncomingMessage) => {
        body = message;
        try {
          resolve(toResponse(message, request, signal, node));
        } catch (error) {
          sent.destroy();
          reject(error);
        }
      });
      if (signal.aborted) stop();
      else write(request, sent, node, reject);
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

/** The headers, with those that Node's `fetch` adds. The length that they say is believed only of a stream. */
function toHeaders({ headers, body }: OutgoingRequest): Record<string, string> {
  const length = body instanceof Uint8Array ? body.byteLength : body instanceof Blob ? body.size : undefined;
  const { "content-length": said, ...own } = Object.fromEntries(headers);
  return {
    ...{ accept: "*/*", "accept-encoding": "gzip, deflate, br", "user-agent": "node" },
    ...own,
    ...(length !== undefined && { "content-length": String(length) }),
    ...(body instanceof ReadableStream && said !== undefined && { "content-length": said }),
    // Node does not do it for a DELETE.
    ...(body instanceof ReadableStream && !headers.has("content-length") && { "transfer-encoding": "chunked" }),
  };
}

function write(
  { body, headers }: OutgoingRequest,
  sent: ClientRequest,
  { stream }: NodeModules,
  reject: (error: unknown) => void,
): void {
  if (body === undefined || body instanceof Uint8Array) {
    sent.end(body);
    return;
  }
  const said = headers.get("content-length");
  const chunks = body instanceof Blob ? body.stream() : said === null ? body : ofLength(Number(said), body);
  // After a response, this changes nothing: a server may answer before it has read everything.
  stream.pipeline(stream.Readable.from(chunks as AsyncIterable<Uint8Array>), sent, (error) => error && reject(error));
}

/** Passes on a body of this length. What came after it would be read as another request. */
async function* ofLength(length: number, body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = length;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    left -= chunk.byteLength;
    if (left < 0) break;
    yield chunk;
  }
  if (left !== 0) throw new TypeError(`the body does not have the ${length} bytes that its content-length says`);
}
