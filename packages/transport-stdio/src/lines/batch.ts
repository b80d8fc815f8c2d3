import { BatchAnswers, type Message, type ResponseMessage } from "@plainmcp/core/internal/engine";

/** A batch of a client of 2025-03-26. Its answers are collected and written as one array. */
export class Batch {
  readonly #write: (answers: string) => void;
  readonly #answers: BatchAnswers;
  #open = 0;

  /**
   * @param refused Errors for the elements that are not messages
   * @param maxSize The most characters of the answers
   * @param write Receives the answers as JSON when all have arrived
   */
  constructor(refused: readonly Message[], maxSize: number, write: (answers: string) => void) {
    this.#answers = new BatchAnswers(refused, maxSize);
    this.#write = write;
  }

  /** The answers so far, as JSON. */
  get text(): string {
    return this.#answers.text;
  }

  /** Waits for the answers to this number of requests. */
  expect(requests: number): void {
    this.#open = requests;
    this.#writeIfAnswered();
  }

  /** Adds the answer to a request; no answer means that the client has cancelled it. */
  settle(answer?: ResponseMessage): void {
    this.#open--;
    if (answer !== undefined) this.add(answer);
    this.#writeIfAnswered();
  }

  /** Adds an answer, but waits for as many answers as before. */
  add(answer: ResponseMessage): this {
    this.#answers.add(answer);
    return this;
  }

  #writeIfAnswered(): void {
    if (this.#open === 0 && !this.#answers.isEmpty) this.#write(this.text);
  }
}
