import type { Reader } from "../limits/reader.js";
import type { EventStream } from "./event-stream.js";

/** The response to a request: the web's own, or one that costs less to make. */
export type Answer = Response | PlainAnswer;

/** A response that becomes a web `Response` only where the runtime needs one: the first one takes Node 15 ms to load. */
export class PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | EventStream;
  /** Counts what waits until the client reads it, if the answer is long. Adapters that know call it. */
  openReader: ((disconnect: () => void) => Reader) | undefined;

  constructor(body: string | EventStream, headers: Readonly<Record<string, string>>, status = 200) {
    this.body = body;
    this.headers = headers;
    this.status = status;
  }

  static json(value: unknown, status: number, headers: Readonly<Record<string, string>> = {}): PlainAnswer {
    return new PlainAnswer(JSON.stringify(value), { ...JSON_HEADERS, ...headers }, status);
  }

  toResponse(): Response {
    const { body, headers, status } = this;
    return new Response(typeof body === "string" ? body || null : body.toReadable(), { status, headers });
  }
}

/** The headers of an answer in JSON. */
export const JSON_HEADERS: Readonly<Record<string, string>> = { "content-type": "application/json" };

/** Headers of an event stream. Proxies must not cache, transform or buffer it. */
export const EVENT_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/event-stream",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** Converts an answer for runtimes with web-standard responses. */
export function toResponse(answer: Answer): Response {
  return answer instanceof PlainAnswer ? answer.toResponse() : answer;
}
