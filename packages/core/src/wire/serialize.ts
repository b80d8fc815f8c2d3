import type { Message, RequestId, ResponseMessage, ResultMessage } from "./message.js";

/** The result of an answer as JSON, if it is known. */
const TEXT: unique symbol = Symbol("the result as JSON");

interface Prepared extends ResultMessage {
  readonly [TEXT]?: string | undefined;
}

/**
 * Makes an answer whose result is known as JSON, so that it is not written again.
 *
 * @param result Returns the result itself, for the few who look into it
 */
export function preparedAnswer(id: RequestId, text: string, result: () => object): ResultMessage {
  const answer: Prepared = {
    jsonrpc: "2.0",
    id,
    get result() {
      return result() as ResultMessage["result"];
    },
    [TEXT]: text,
  };
  return answer;
}

/** The same answer under another id. */
export function withId(answer: ResponseMessage, id: RequestId): ResponseMessage {
  if (!("result" in answer)) return { jsonrpc: "2.0", id, error: answer.error };
  const text = (answer as Prepared)[TEXT];
  return text === undefined
    ? { jsonrpc: "2.0", id, result: answer.result }
    : preparedAnswer(id, text, () => answer.result);
}

/** The JSON text of a message. */
export function serialize(message: Message): string {
  const text = (message as Prepared)[TEXT];
  if (text === undefined) return JSON.stringify(message);
  return `{"jsonrpc":"2.0","id":${JSON.stringify((message as ResultMessage).id)},"result":${text}}`;
}
