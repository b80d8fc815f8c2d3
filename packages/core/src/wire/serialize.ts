import type { Message, RequestId, ResponseMessage, ResultMessage } from "./message.js";

/** An answer whose result is known as JSON, so that it is not written again. */
export class PreparedAnswer implements ResultMessage {
  readonly jsonrpc = "2.0";
  readonly id: RequestId;
  readonly #text: string;
  readonly #makeResult: () => object;

  /**
   * @param text The result as JSON
   * @param makeResult Makes the result itself, for the few who look into it
   */
  constructor(id: RequestId, text: string, makeResult: () => object) {
    this.id = id;
    this.#text = text;
    this.#makeResult = makeResult;
  }

  get result(): ResultMessage["result"] {
    return this.#makeResult() as ResultMessage["result"];
  }

  /** The same answer under another id. */
  withId(id: RequestId): PreparedAnswer {
    return new PreparedAnswer(id, this.#text, this.#makeResult);
  }

  /** @param id The id to write in place of its own */
  serialize(id: RequestId = this.id): string {
    return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${this.#text}}`;
  }

  toJSON(): object {
    const { jsonrpc, id, result } = this;
    return { jsonrpc, id, result };
  }
}

/** The same answer under another id. */
export function withId(answer: ResponseMessage, id: RequestId): ResponseMessage {
  if (answer instanceof PreparedAnswer) return answer.withId(id);
  if ("result" in answer) return { jsonrpc: "2.0", id, result: answer.result };
  return { jsonrpc: "2.0", id, error: answer.error };
}

/** The JSON text of a message. */
export function serialize(message: Message): string {
  return message instanceof PreparedAnswer ? message.serialize() : JSON.stringify(message);
}
