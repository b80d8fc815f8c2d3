import { classifyInboundRequest, type JSONRPCMessage, type Transport } from "@modelcontextprotocol/server";
import { toFault } from "../dispatch/to-fault.js";
import type { Engine } from "../engine/create-engine.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import { isRequest } from "../wire/is-request.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { Message, RequestId, RequestMessage, ResultMessage } from "../wire/message.js";

/** An open subscription. */
interface OpenSubscription {
  stop(): void;
  readonly result: ResultMessage;
}

/** Passes messages to the SDK, except the subscriptions of modern clients: the engine serves these itself. */
export class SubscriptionTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];
  /** The client's era, once it is known. */
  era: "modern" | "legacy" | undefined;

  readonly #inner: Transport;
  readonly #engine: Pick<Engine, "listen" | "report">;
  /** Subscriptions by request id; `undefined` while one is being opened. */
  readonly #open = new Map<RequestId, OpenSubscription | undefined>();

  constructor(inner: Transport, engine: Pick<Engine, "listen" | "report">) {
    this.#inner = inner;
    this.#engine = engine;
    inner.onmessage = (message: JSONRPCMessage) => this.#receive(message);
    inner.onerror = (error) => this.onerror?.(error);
    inner.onclose = () => {
      for (const id of [...this.#open.keys()]) this.#end(id);
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.#inner.send(message);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Ends the open subscriptions, and notifies the client. */
  async endSubscriptions(): Promise<void> {
    for (const [id, subscription] of this.#open) {
      this.#end(id);
      if (subscription) await this.#send(subscription.result);
    }
  }

  #receive(message: Message): void {
    const cancelled = cancelledBy(message);
    if (this.era !== "legacy" && isSubscription(message)) void this.#listen(message);
    else if (this.#open.has(cancelled)) this.#end(cancelled);
    else this.onmessage?.(message as JSONRPCMessage);
  }

  async #listen(message: RequestMessage): Promise<void> {
    const { id } = message;
    this.#open.set(id, undefined);
    try {
      const { acknowledgement, begin, result } = await this.#engine.listen(message);
      // The client cancelled it in the meantime.
      if (!this.#open.has(id)) return;
      const written = this.#send(acknowledgement);
      this.#open.set(id, { stop: begin((notification) => void this.#send(notification)), result });
      await written;
    } catch (error) {
      if (!this.#open.delete(id)) return;
      const fault = toFault(error, message.method, this.#engine.report);
      await this.#send(jsonRpcError(fault.kind, fault.message, { id, data: fault.data }));
    }
  }

  #end(id: RequestId): void {
    this.#open.get(id)?.stop();
    this.#open.delete(id);
  }

  /** Ignores failures: if the message cannot be written, the client has disconnected. */
  async #send(message: Message): Promise<void> {
    await this.#inner.send(message as JSONRPCMessage).catch(() => undefined);
  }
}

/** The id of the request that a message cancels. */
function cancelledBy(message: Message): RequestId {
  const isCancellation = "method" in message && message.method === "notifications/cancelled";
  return (isCancellation ? message.params?.requestId : undefined) as RequestId;
}

/** Whether a message is a subscription that the engine can open. The SDK answers malformed ones with an error. */
function isSubscription(message: Message): message is RequestMessage {
  if (!isRequest(message) || message.method !== "subscriptions/listen") return false;
  const route = classifyInboundRequest({ httpMethod: "POST", body: message });
  return route.kind === "modern" && route.classification.revision === MODERN_REVISION;
}
