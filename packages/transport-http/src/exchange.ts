import type { Awaitable, Caller, Message } from "@plainmcp/core/internal/engine";
import type { RequestLoad } from "./limits/request-load.js";
import type { Answer } from "./stream/answer.js";

/** The head of an HTTP request: the part of a web `Request` that costs nothing to offer without making one. */
export interface RequestHead {
  readonly method: string;
  /** By names in lower case. */
  readonly headers: { get(name: string): string | null };
  /** Aborted when the client has disconnected. */
  readonly signal: AbortSignal;
}

/** One HTTP request on its way to its answer. */
export interface Exchange {
  readonly request: RequestHead;
  /** Path of the request's URL. */
  readonly pathname: string;
  /** The host that the client asked for, with its port if the client named one. */
  readonly host: string;
  /** Makes the runtime wait for work that continues after the response, for runtimes that would otherwise stop it. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** The address of the client, or of the proxy that it comes through; `undefined` where the runtime does not say. */
  readonly peerAddress: string | undefined;
  /** Whom the request counts for, once the gate `account` has established it: its caller, or else its client's address. */
  account: string;
  /** What it takes of the server's budgets, once the gate `load` has begun to count it. */
  load: RequestLoad | undefined;
  /** Who makes the request, once the gate `caller` has established it. */
  caller: Caller | undefined;
  /** What the client sent, once the gate `body` has read it. Only a POST has one. */
  body: Body | undefined;
  /** Returns who makes the request, if an adapter such as Node's knows it. */
  establishCaller(): Awaitable<Caller | undefined>;
  /**
   * Reads the body as UTF-8, and stops as soon as it is too large. What is read counts for the request's load.
   *
   * @throws BodyTooLargeError
   * @throws LimitError when the server has no room for it
   * @throws TypeError when the bytes are not UTF-8
   */
  readText(maxBytes: number): Awaitable<string>;
  /** Calls the listener when the client disconnects. Returns a function that stops it. */
  onGone(listener: () => void): () => void;
  /** The request as a web `Request`, for those who need one. Its body has been read. */
  toRequest(): Request;
}

/** The body of a POST: a message, or the elements of a batch, which are not checked yet. */
export type Body = Message | readonly unknown[];

/** One check before a message is answered. If it returns an answer, the exchange ends with it. */
export type Gate = (exchange: Exchange) => Awaitable<Answer | undefined>;
