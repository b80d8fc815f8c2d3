import type { Message } from "./message.js";

/** The JSON text of results that many answers share, such as lists. */
const texts = new WeakMap<object, string>();

/** Writes a result as text now, so that no message with this object writes it again. It must not change any more. */
export function prepareResult<T extends object>(result: T): T {
  texts.set(result, JSON.stringify(result));
  return result;
}

/** The JSON text of a message. */
export function serialize(message: Message): string {
  const result = "result" in message ? texts.get(message.result) : undefined;
  if (result === undefined) return JSON.stringify(message);
  return `{"result":${result},"jsonrpc":"2.0","id":${JSON.stringify((message as { id: unknown }).id)}}`;
}
