import { type Awaitable, type Caller, noteLoad } from "@plainmcp/core/internal/engine";
import type { Body, Exchange } from "./exchange.js";
import { establishedCallerOf } from "./gates/caller.js";
import { readBody } from "./gates/read-body.js";
import { CountedExchange } from "./limits/counted-exchange.js";

/** A web `Request` on its way to its answer. */
export class WebExchange extends CountedExchange implements Exchange {
  readonly request: Request;
  readonly pathname: string;
  readonly waitUntil: Exchange["waitUntil"];
  caller: Caller | undefined;
  body: Body | undefined;

  constructor(request: Request, waitUntil: Exchange["waitUntil"]) {
    super();
    this.request = request;
    this.pathname = new URL(request.url).pathname;
    this.waitUntil = waitUntil;
  }

  // Some runtimes hide the header; they put the host into the URL.
  get host(): string {
    return this.request.headers.get("host") ?? new URL(this.request.url).host;
  }

  /** Web requests do not tell. */
  get peerAddress(): undefined {
    return undefined;
  }

  establishCaller(): Awaitable<Caller | undefined> {
    return establishedCallerOf(this.request);
  }

  readText(maxBytes: number): Promise<string> {
    if (this.request.bodyUsed) {
      throw new Error(
        "The body of the request was read before the request reached the MCP handler. Pass the handler a clone.",
      );
    }
    return readBody(this.request, maxBytes, this);
  }

  onGone(listener: () => void): () => void {
    const { signal } = this.request;
    signal.addEventListener("abort", listener, { once: true });
    return () => signal.removeEventListener("abort", listener);
  }

  toRequest(): Request {
    const { load } = this;
    if (load !== undefined) noteLoad(this.request, load);
    return this.request;
  }
}
