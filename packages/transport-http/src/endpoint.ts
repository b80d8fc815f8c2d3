import type { Exchange } from "./exchange.js";

/** Answers the requests of one kind of clients. */
export interface Endpoint {
  answer(exchange: Exchange): Promise<Response>;
  /** Ends the streams that have no end of their own, so that only answers are left to wait for. */
  endStreams?(): void;
  /** Resolves when every request has been answered, those of clients that have gone included. */
  whenAnswered?(): Promise<void>;
  /** Answers with an error what is still open. */
  answerRest?(text: string): void;
  /** Closes what outlives a request. */
  close?(): Promise<void>;
}
