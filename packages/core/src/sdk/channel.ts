import type { JSONRPCMessage, MessageExtraInfo, Transport, TransportSendOptions } from "@modelcontextprotocol/server";
import type { Send } from "../lane/fallback.js";
import type { Message } from "../wire/message.js";

/** Connects the SDK to one client, with messages that somebody else receives and sends. */
export class Channel implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Hands a message of the client to the SDK. */
  deliver(message: Message, extra?: MessageExtraInfo): void {
    this.onmessage?.(message as JSONRPCMessage, extra);
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async send(message: JSONRPCMessage, { relatedRequestId }: TransportSendOptions = {}): Promise<void> {
    await this.#send(message as Message, relatedRequestId === undefined ? {} : { relatedRequestId });
  }

  close(): Promise<void> {
    this.onclose?.();
    return Promise.resolve();
  }
}
