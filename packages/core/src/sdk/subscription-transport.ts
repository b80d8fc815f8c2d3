import { classifyInboundRequest, type JSONRPCMessage, type Transport } from "@modelcontextprotocol/server";
import type { Engine } from "../engine/create-engine.js";
import { OpenSubscriptions } from "../engine/open-subscriptions.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import { isRequest } from "../wire/is-request.js";
import type { Message, RequestMessage } from "../wire/message.js";

/** Passes messages to the SDK, except the subscriptions of modern clients: the engine serves these itself. */
export class SubscriptionTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];
  /** The client's era, once it is known. */
  era: "modern" | "legacy" | undefined;

  readonly #inner: Transport;
  readonly #subscriptions: OpenSubscriptions;
  #isDecided = false;

  constructor(inner: Transport, engine: Pick<Engine, "listen" | "report">) {
    this.#inner = inner;
    this.#subscriptions = new OpenSubscriptions(engine, (message) => inner.send(message as JSONRPCMessage));
    inner.onmessage = (message: JSONRPCMessage) => this.#receive(message);
    inner.onerror = (error) => this.onerror?.(error);
    inner.onclose = () => {
      this.#subscriptions.close();
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (!("id" in message && message.id === DECIDING)) await this.#inner.send(message);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Ends the open subscriptions, and notifies the client. */
  endSubscriptions(): Promise<void> {
    return this.#subscriptions.end();
  }

  #receive(message: Message): void {
    if (this.era !== "legacy" && isSubscription(message)) {
      this.#decideFor(message);
      void this.#subscriptions.listen(message);
    } else if (!("method" in message) || isRequest(message) || !this.#subscriptions.cancel(message)) {
      this.onmessage?.(message as JSONRPCMessage);
    }
  }

  /** A subscription decides for the modern era like any request, but the SDK does not get it. */
  #decideFor({ params }: RequestMessage): void {
    if (this.#isDecided) return;
    this.#isDecided = true;
    const { _meta = {} } = params ?? {};
    this.onmessage?.({ jsonrpc: "2.0", id: DECIDING, method: "tools/list", params: { _meta } });
  }
}

/** The id of a request that the client has not sent. */
const DECIDING = "plainmcp:deciding";

/** Whether a message is a subscription that the engine can open. The SDK answers malformed ones with an error. */
function isSubscription(message: Message): message is RequestMessage {
  if (!isRequest(message) || message.method !== "subscriptions/listen") return false;
  const route = classifyInboundRequest({ httpMethod: "POST", body: message });
  return route.kind === "modern" && route.classification.revision === MODERN_REVISION;
}
