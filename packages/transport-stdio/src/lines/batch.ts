import type { Message } from "@plainmcp/core/internal/engine";

/** A batch of a client of 2025-03-26. Its answers are collected and written as one array. */
export class Batch {
  readonly #write: (answers: readonly Message[]) => void;
  /** The answers so far. */
  readonly answers: Message[];
  #open = 0;

  /**
   * @param refused Errors for the elements that are not messages
   * @param write Receives the answers when all have arrived
   */
  constructor(refused: readonly Message[], write: (answers: readonly Message[]) => void) {
    this.answers = [...refused];
    this.#write = write;
  }

  /** Waits for the answers to this number of requests. */
  expect(requests: number): void {
    this.#open = requests;
    this.#writeIfAnswered();
  }

  /** Adds the answer to a request; no answer means that the client has cancelled it. */
  settle(answer?: Message): void {
    this.#open--;
    if (answer !== undefined) this.add(answer);
    this.#writeIfAnswered();
  }

  /** Adds an answer, but waits for as many answers as before. */
  add(answer: Message): this {
    this.answers.push(answer);
    return this;
  }

  #writeIfAnswered(): void {
    if (this.#open === 0 && this.answers.length > 0) this.#write(this.answers);
  }
}
