import type { Awaitable, Message, OpenRequest } from "@plainmcp/core/internal/engine";
import { jsonRpcError, serialize } from "@plainmcp/core/internal/engine";
import type { Reply } from "./reply.js";

/** A reply as JSON, for clients that accept nothing else. */
export class JsonReply implements Reply {
  readonly #isBatch: boolean;
  readonly #answers: Message[];
  #open: number;
  #text: string | undefined;
  #resolve: (text: string) => void = () => undefined;

  /**
   * @param requests Number of requests to answer
   * @param refused Errors for the elements of a batch that are not messages; absent for a single message
   */
  constructor(requests: number, refused: readonly Message[] | undefined) {
    this.#open = requests;
    this.#isBatch = refused !== undefined;
    this.#answers = [...(refused ?? [])];
  }

  /** The response, once all answers have arrived. */
  whenAnswered(): Awaitable<string> {
    return this.#text ?? new Promise((resolve) => (this.#resolve = resolve));
  }

  answer(message: Message): void {
    this.#answers.push(message);
    this.#open--;
    if (this.#open > 0) return;
    this.#text = this.#isBatch ? JSON.stringify(this.#answers) : serialize(message);
    this.#resolve(this.#text);
  }

  cancel({ clientId }: OpenRequest<unknown>): void {
    // A JSON response needs a body, so even a cancelled request gets an answer.
    this.answer(jsonRpcError("invalid-request", "The request was cancelled.", { id: clientId }));
  }
}
