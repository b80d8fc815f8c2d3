import type { Awaitable, Message, OpenRequest, ResponseMessage } from "@plainmcp/core/internal/engine";

/** The response to one POST: it carries the answers to the requests, and messages that come before them. */
export interface Reply {
  /** Sends a message that is not an answer. Absent if the response can carry only answers. */
  readonly send?: (message: Message) => Awaitable<void>;
  /** Sends the answer to one of the requests. */
  answer(message: ResponseMessage): Awaitable<void>;
  /** Stops waiting for the answer to a request that the client has cancelled. */
  cancel(request: OpenRequest<unknown>): void;
}
