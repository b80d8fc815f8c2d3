import type { Awaitable, Caller, Message } from "@plainmcp/core/internal/engine";
import type { Accounting } from "./limits/counted-exchange.js";
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
  /** How the request is counted, once it has passed the gate `accounting`. */
  accounting: Accounting | undefined;
  /** What its body takes in memory, once it has been read. */
  readonly size: number;
  /** Whom the request counts for: its caller, or else its client's address. */
  readonly account: string;
  /** What the request takes of the server's budgets; `undefined` if nothing counts it. */
  readonly load: RequestLoad | undefined;
  /** The same, if it counts now. */
  readonly heldLoad: RequestLoad | undefined;
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
  /**
   * Makes room for the request.
   *
   * @param bytes What its body takes in memory
   * @throws LimitError if there is no room
   */
  admit(bytes: number): void;
  /** Calls the listener when the client disconnects. Returns a function that stops it. */
  onGone(listener: () => void): () => void;
  /** The request as a web `Request`, for those who need one. Its body has been read. */
  toRequest(): Request;
}

/** The body of a POST: a message, or the elements of a batch, which are not checked yet. */
export type Body = Message | readonly unknown[];

/** One check before a message is answered. If it returns an answer, the exchange ends with it. */
export type Gate = (exchange: Exchange) => Awaitable<Answer | undefined>;
