import type { IncomingMessage, ServerResponse } from "node:http";
import { type Awaitable, type Caller, noteLoad } from "@plainmcp/core/internal/engine";
import type { Body, Exchange, RequestHead } from "../exchange.js";
import { BodyTooLargeError } from "../gates/read-body.js";
import { CountedExchange } from "../limits/counted-exchange.js";
import type { NodeHandlerOptions } from "./create-node-handler.js";
import { onClose } from "./on-close.js";
import { readText, toText } from "./read-text.js";
import { takeReadBody } from "./take-body.js";
import { toLine } from "./to-line.js";
import { toWebRequest } from "./to-request.js";

/** What a Node server knows of a request. */
export interface NodeRequest {
  readonly from: IncomingMessage;
  readonly to: ServerResponse<IncomingMessage>;
  /** The parsed body, if a body parser has read the stream. */
  readonly parsedBody: unknown;
  readonly callerOf: NodeHandlerOptions["caller"];
}

/** The methods that a web `Request` can have. */
const METHODS: ReadonlySet<unknown> = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);

/** A path that is the same as part of a URL. */
const PLAIN_PATH = /^(?:\/[\w-]+)+$/;

/** A request of a Node server on its way to its answer. A web `Request` is made only for those who need one. */
export class NodeExchange extends CountedExchange implements Exchange, RequestHead {
  readonly method: string;
  readonly pathname: string;
  readonly host: string;
  caller: Caller | undefined;
  body: Body | undefined;
  readonly #node: NodeRequest;
  /** A body that was read before. */
  readonly #body: Uint8Array | string | undefined;
  #gone: AbortController | undefined;
  #web: Request | undefined;

  /**
   * Takes a request in. Returns `undefined` if it is not valid HTTP, which calls for a 400.
   *
   * @throws BodyTakenError when the stream was read and there is no parsed body
   */
  static of(node: NodeRequest): NodeExchange | undefined {
    const { from } = node;
    const line = METHODS.has(from.method) ? toLine(from) : undefined;
    if (line === undefined) return undefined;
    const { host, target } = line;
    if (PLAIN_PATH.test(target)) return new NodeExchange(node, host, target);
    const url = `http://${host}${target}`;
    return URL.canParse(url) ? new NodeExchange(node, host, new URL(url).pathname) : undefined;
  }

  private constructor(node: NodeRequest, host: string, pathname: string) {
    super();
    const { from, parsedBody } = node;
    this.#node = node;
    this.method = from.method as string;
    this.host = host;
    this.pathname = pathname;
    this.#body = this.method === "POST" ? takeReadBody(from, parsedBody) : undefined;
  }

  get request(): RequestHead {
    return this;
  }

  get headers(): RequestHead["headers"] {
    return this;
  }

  get(name: string): string | null {
    const value = this.#node.from.headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(", ") : value;
  }

  get signal(): AbortSignal {
    if (this.#gone === undefined) {
      const gone = new AbortController();
      this.onGone(() => gone.abort());
      this.#gone = gone;
    }
    return this.#gone.signal;
  }

  get peerAddress(): string | undefined {
    return this.#node.from.socket.remoteAddress;
  }

  /** Node needs no reason to go on. */
  waitUntil(): void {
    // Nothing to do.
  }

  establishCaller(): Awaitable<Caller | undefined> {
    return this.#node.callerOf?.(this.#node.from);
  }

  readText(maxBytes: number): Awaitable<string> {
    const body = this.#body;
    if (body === undefined) return readText(this.#node.from, maxBytes, this);
    if (Buffer.byteLength(body) > maxBytes) throw new BodyTooLargeError(maxBytes);
    return typeof body === "string" ? body : toText(body);
  }

  onGone(listener: () => void): () => void {
    const { to } = this.#node;
    const onEnd = (): void => {
      if (!to.writableFinished) listener();
    };
    const stop = onClose(to, onEnd);
    // The client may have disconnected while other middleware ran.
    if (to.destroyed) onEnd();
    return stop;
  }

  toRequest(): Request {
    if (this.#web === undefined) {
      this.#web = toWebRequest(this.#node.from, this.signal) as Request;
      const { load } = this;
      if (load !== undefined) noteLoad(this.#web, load);
    }
    return this.#web;
  }
}
