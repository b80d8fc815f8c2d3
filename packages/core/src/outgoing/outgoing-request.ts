import type { FetchInit } from "./fetch-options.js";

/** One request to another server, in the parts that stay the same when it is sent again. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** A stream can be sent only once. */
  readonly body: Uint8Array<ArrayBuffer> | Blob | ReadableStream<Uint8Array> | undefined;
}

/**
 * Reads the arguments of `ctx.fetch`, as the platform's `fetch` does.
 *
 * @throws TypeError when they are invalid, or the URL is not one of HTTP
 */
export async function readRequest(input: string | URL | Request, init: FetchInit): Promise<OutgoingRequest> {
  const { body: given, headers: named, method } = init;
  const parts = {
    ...(given !== undefined && { body: given, duplex: "half" as const }),
    ...(named !== undefined && { headers: named }),
    ...(method !== undefined && { method }),
  };
  const request = new Request(input, parts);
  const url = new URL(request.url);
  requireHttp(url);
  requireOwnConnection(request.headers);
  return { method: request.method, url, headers: new Headers(request.headers), body: await readBody(request, given) };
}

/** @throws TypeError when `ctx.fetch` cannot fetch the URL */
export function requireHttp({ protocol }: URL): void {
  if (protocol === "http:" || protocol === "https:") return;
  throw new TypeError(`ctx.fetch can fetch URLs of http: and https: only, not of ${protocol}`);
}

/**
 * Refuses headers that would say something else of the connection than what is done, as Node's `fetch` does: whatever
 * reads them may take a part of the body for another request.
 */
function requireOwnConnection(headers: Headers): void {
  const strange = [...headers].find(([name, value]) => {
    return OF_CONNECTION.includes(name) || (name === "connection" && !/^(?:close|keep-alive)$/i.test(value));
  });
  if (strange) throw new TypeError(`ctx.fetch cannot send the header "${strange.join(": ")}": leave it out`);
}

const OF_CONNECTION: readonly string[] = ["expect", "keep-alive", "transfer-encoding", "upgrade"];

/** Names a request for the operator. Queries are left out, because they often have keys and personal data. */
export function describeRequest({ method, url }: Pick<OutgoingRequest, "method" | "url">): string {
  return `${method} ${url.origin}${url.pathname}`;
}

async function readBody(request: Request, given: FetchInit["body"]): Promise<OutgoingRequest["body"]> {
  if (request.body === null) return undefined;
  if (given instanceof Blob) return given;
  if (given === undefined || given === null || isStream(given)) {
    return request.body as ReadableStream<Uint8Array>;
  }
  return new Uint8Array(await request.arrayBuffer());
}

/** A stream of the platform, or an iterable, which Node accepts as well. */
function isStream(body: object | string): boolean {
  return typeof body === "object" && (body instanceof ReadableStream || Symbol.asyncIterator in body);
}
