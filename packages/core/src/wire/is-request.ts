import type { Message, RequestMessage } from "./message.js";

/** Whether a message is a request. */
export function isRequest(message: Message): message is RequestMessage {
  return "method" in message && "id" in message;
}
