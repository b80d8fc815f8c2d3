import type { Awaitable, Message, OpenRequest, ResponseMessage } from "@plainmcp/core/internal/engine";
import { BatchAnswers, jsonRpcError, serialize } from "@plainmcp/core/internal/engine";
import type { Reply } from "./reply.js";

/** A reply as JSON, for clients that accept nothing else. */
export class JsonReply implements Reply {
  /** The answers to a batch. */
  readonly #batch: BatchAnswers | undefined;
  #open: number;
  #text: string | undefined;
  #resolve: (text: string) => void = () => undefined;

  /**
   * @param requests Number of requests to answer
   * @param refused Errors for the elements of a batch that are not messages; absent for a single message
   * @param maxBatchSize The most characters of the answers to a batch
   */
  constructor(requests: number, refused: readonly Message[] | undefined, maxBatchSize: number) {
    this.#open = requests;
    this.#batch = refused && new BatchAnswers(refused, maxBatchSize);
  }

  /** The response, once all answers have arrived. */
  whenAnswered(): Awaitable<string> {
    return this.#text ?? new Promise((resolve) => (this.#resolve = resolve));
  }

  answer(message: ResponseMessage): void {
    this.#batch?.add(message);
    this.#open--;
    if (this.#open > 0) return;
    this.#text = this.#batch?.text ?? serialize(message);
    this.#resolve(this.#text);
  }

  cancel({ clientId }: OpenRequest<unknown>): void {
    // A JSON response needs a body, so even a cancelled request gets an answer.
    this.answer(jsonRpcError("invalid-request", "The request was cancelled.", { id: clientId }));
  }
}
