import {
  type JSONRPCMessage,
  type JSONRPCNotification,
  type JSONRPCRequest,
  type ProtocolError,
  SUBSCRIPTION_ID_META_KEY,
  type Transport,
} from "@modelcontextprotocol/server";
import { type Engine, jsonRpcError, type TaskListening } from "@plainmcp/core/engine";

/**
 * Passes messages on, and does what the SDK does not for the subscriptions of modern clients: has the resources that one
 * names watched, and tells it what becomes of its tasks, from when the server acknowledges it until either side ends it.
 */
export class SubscriptionTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];

  readonly #inner: Transport;
  readonly #engine: Pick<Engine, "watch" | "listenToTasks">;
  /** Ids of the requests whose tasks are being looked for. */
  readonly #asking = new Set<unknown>();
  /** What is granted of tasks, by the id of the request that subscribed, until the SDK acknowledges the rest. */
  readonly #granted = new Map<unknown, TaskListening>();
  /** How to end what was begun for a subscription, by the same id. */
  readonly #open = new Map<unknown, () => void>();

  constructor(inner: Transport, engine: Pick<Engine, "watch" | "listenToTasks">) {
    this.#inner = inner;
    this.#engine = engine;
    inner.onmessage = (message) => {
      // Only these have to wait, so that nothing else is overtaken.
      if (namesTasks(message)) return void this.#ask(message);
      if (isNotification(message, "cancelled")) this.#end(message.params?.requestId);
      this.onmessage?.(message);
    };
    inner.onerror = (error) => this.onerror?.(error);
    inner.onclose = () => {
      for (const id of this.#open.keys()) this.#end(id);
      this.#asking.clear();
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (!("method" in message)) this.#end(message.id);
    if (!isNotification(message, "subscriptions/acknowledged")) return this.#inner.send(message);
    const id = message.params?._meta?.[SUBSCRIPTION_ID_META_KEY];
    const tasks = this.#granted.get(id);
    this.#end(id);
    const written = this.#inner.send(tasks?.acknowledge(message) ?? message);
    // Not after waiting, during which the subscription may end.
    this.#open.set(id, this.#begin(message, tasks));
    await written;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** The SDK acknowledges a subscription at once, so that its tasks have to be found before. */
  async #ask(message: JSONRPCRequest): Promise<void> {
    const { id } = message;
    this.#asking.add(id);
    try {
      const tasks = await this.#engine.listenToTasks(message);
      // Cancelled in the meantime.
      if (!this.#asking.delete(id)) return;
      if (tasks) this.#granted.set(id, tasks);
      this.onmessage?.(message);
    } catch (error) {
      if (!this.#asking.delete(id)) return;
      const { code, message: text, data } = error as ProtocolError;
      // If it cannot be written, the client is gone.
      await this.#inner.send(jsonRpcError(code, text, { id, data })).catch(() => undefined);
    }
  }

  #begin(acknowledged: JSONRPCNotification, tasks: TaskListening | undefined): () => void {
    const { resourceSubscriptions = [] } = (acknowledged.params as unknown as Granted).notifications;
    const stopWatching = this.#engine.watch(resourceSubscriptions);
    // If it cannot be written, the client is gone.
    const stopTelling = tasks?.begin((told) => void this.#inner.send(told).catch(() => undefined));
    return () => {
      stopWatching();
      stopTelling?.();
    };
  }

  #end(id: unknown): void {
    this.#open.get(id)?.();
    this.#open.delete(id);
    this.#granted.delete(id);
    this.#asking.delete(id);
  }
}

/** @param name Such as `cancelled` */
function isNotification(message: JSONRPCMessage, name: string): message is JSONRPCNotification {
  return "method" in message && message.method === `notifications/${name}`;
}

function namesTasks(message: JSONRPCMessage): message is JSONRPCRequest {
  if (!("method" in message && "id" in message) || message.method !== "subscriptions/listen") return false;
  return (message.params?.notifications as { readonly taskIds?: unknown } | undefined)?.taskIds !== undefined;
}

/** What the SDK says of the subscription that it grants. */
interface Granted {
  readonly notifications: { readonly resourceSubscriptions?: readonly string[] };
}
