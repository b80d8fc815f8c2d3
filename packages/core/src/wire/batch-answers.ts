import { jsonRpcError } from "./json-rpc-error.js";
import type { Message, ResponseMessage } from "./message.js";
import { serialize } from "./serialize.js";

/** The answers to a batch, as JSON. Those beyond a limit are replaced by errors. */
export class BatchAnswers {
  readonly #texts: string[];
  readonly #max: number;
  #size = 0;

  /**
   * @param refused Errors for the elements that are not messages
   * @param max The most characters in sum
   */
  constructor(refused: readonly Message[], max: number) {
    this.#texts = refused.map(serialize);
    this.#max = max;
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0;
  }

  /** All answers as one JSON array. */
  get text(): string {
    return `[${this.#texts.join(",")}]`;
  }

  add(answer: ResponseMessage): void {
    const text = serialize(answer);
    if (this.#size + text.length > this.#max) this.#texts.push(serialize(this.#tooLarge(answer)));
    else {
      this.#size += text.length;
      this.#texts.push(text);
    }
  }

  #tooLarge({ id }: ResponseMessage): ResponseMessage {
    const most = `The answers of a batch may have ${this.#max} bytes in sum (option limits.maxBatchSize)`;
    return jsonRpcError("internal", `${most}, and this one would be too much. Ask for it by itself.`, { id });
  }
}
