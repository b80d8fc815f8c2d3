import type { Message } from "@plainmcp/core/internal/engine";

/** What a client of 2025-03-26 sent in one array, and the answers to it, which become one array too. */
export class Batch {
  readonly #write: (answers: readonly Message[]) => void;
  /** The answers that are there. */
  readonly answers: Message[];
  #open = 0;

  /**
   * @param refused What was wrong with elements that are no messages
   * @param write Is given the answers when all are there
   */
  constructor(refused: readonly Message[], write: (answers: readonly Message[]) => void) {
    this.answers = [...refused];
    this.#write = write;
  }

  /** Waits for the answers to so many requests. */
  expect(requests: number): void {
    this.#open = requests;
    this.#writeIfAnswered();
  }

  /** Takes the answer to one of them; without one, the client has cancelled it. */
  settle(answer?: Message): void {
    this.#open--;
    if (answer !== undefined) this.add(answer);
    this.#writeIfAnswered();
  }

  /** Takes an answer without waiting for any less. */
  add(answer: Message): this {
    this.answers.push(answer);
    return this;
  }

  #writeIfAnswered(): void {
    if (this.#open === 0 && this.answers.length > 0) this.#write(this.answers);
  }
}
