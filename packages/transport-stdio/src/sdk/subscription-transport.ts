import { classifyInboundRequest, type JSONRPCMessage, type Transport } from "@modelcontextprotocol/server";
import {
  type Engine,
  FaultError,
  jsonRpcError,
  type Message,
  MODERN_REVISION,
  type RequestId,
  type RequestMessage,
  type ResultMessage,
} from "@plainmcp/core/internal/engine";
import type { LineTransport } from "../lines/line-transport.js";

/** A subscription that is open. */
interface OpenSubscription {
  stop(): void;
  readonly result: ResultMessage;
}

/** Passes messages on to the SDK, all but the subscriptions of modern clients: the engine serves these itself. */
export class SubscriptionTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];
  /** In which the client speaks, once that is known. */
  era: "modern" | "legacy" | undefined;

  readonly #lines: LineTransport;
  readonly #engine: Pick<Engine, "listen">;
  /** By the ids of the requests; `undefined` while one is taken up. */
  readonly #open = new Map<RequestId, OpenSubscription | undefined>();

  constructor(lines: LineTransport, engine: Pick<Engine, "listen">) {
    this.#lines = lines;
    this.#engine = engine;
    lines.onmessage = (message) => this.#receive(message);
    lines.onerror = (error) => this.onerror?.(error);
    lines.onclose = () => {
      for (const id of [...this.#open.keys()]) this.#end(id);
      this.onclose?.();
    };
  }

  /** Messages come in already. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.#lines.send(message);
  }

  close(): Promise<void> {
    return this.#lines.close();
  }

  /** Ends the subscriptions that are open, and tells the client so. */
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
      // Cancelled in the meantime.
      if (!this.#open.has(id)) return;
      const written = this.#send(acknowledgement);
      this.#open.set(id, { stop: begin((notification) => void this.#send(notification)), result });
      await written;
    } catch (error) {
      if (!this.#open.delete(id)) return;
      if (!(error instanceof FaultError)) this.onerror?.(error as Error);
      const {
        kind,
        message: text,
        data,
      } = error instanceof FaultError
        ? error.fault
        : { kind: "internal" as const, message: "Internal error.", data: undefined };
      await this.#send(jsonRpcError(kind, text, { id, data }));
    }
  }

  #end(id: RequestId): void {
    this.#open.get(id)?.stop();
    this.#open.delete(id);
  }

  /** If it cannot be written, the client is gone. */
  async #send(message: Message): Promise<void> {
    await this.#lines.send(message).catch(() => undefined);
  }
}

/** Id of the request that a message cancels. */
function cancelledBy(message: Message): RequestId {
  const isCancellation = "method" in message && message.method === "notifications/cancelled";
  return (isCancellation ? message.params?.requestId : undefined) as RequestId;
}

/** Whether a message is a subscription that the engine can take up. What is wrong with any other, the SDK says. */
function isSubscription(message: Message): message is RequestMessage {
  if (!("method" in message && "id" in message) || message.method !== "subscriptions/listen") return false;
  const route = classifyInboundRequest({ httpMethod: "POST", body: message });
  return route.kind === "modern" && route.classification.revision === MODERN_REVISION;
}
