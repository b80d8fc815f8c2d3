import type { Awaitable } from "@plainmcp/core/internal/engine";
import type { Exchange } from "./exchange.js";
import type { Answer } from "./stream/answer.js";

/** Answers the requests of one kind of client. */
export interface Endpoint {
  answer(exchange: Exchange): Awaitable<Answer>;
  /** Notes that a request was refused for lack of room, although its client is here. */
  refused?(exchange: Exchange): void;
  /** Ends the streams that would stay open forever, so that only answers are left to wait for. */
  endStreams?(): void;
  /** Resolves when every request has been answered, including those of clients that have disconnected. */
  whenAnswered?(): Promise<void>;
  /** Answers all open requests with an error. */
  answerRest?(text: string): void;
  /** Closes everything that outlives a request, such as sessions. */
  close?(): Promise<void>;
}
