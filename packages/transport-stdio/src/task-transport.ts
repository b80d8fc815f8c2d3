import type {
  JSONRPCMessage,
  JSONRPCNotification,
  JSONRPCRequest,
  ProtocolError,
  Transport,
} from "@modelcontextprotocol/server";
import { type Engine, jsonRpcError, type TaskListening } from "@plainmcp/core/engine";
import { isNotification } from "./is-notification.js";
import { subscriptionOf } from "./subscription-of.js";

/**
 * Passes messages on, and tells subscriptions what becomes of the tasks they name: from when the server acknowledges one
 * until either side ends it. The SDK knows no tasks.
 */
export class TaskTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];

  readonly #inner: Transport;
  readonly #listen: Engine["listenToTasks"];
  /** Ids of the requests whose tasks are being looked for. */
  readonly #asking = new Set<unknown>();
  /** What is granted of tasks, by the id of the request that subscribed, until the SDK acknowledges the rest. */
  readonly #granted = new Map<unknown, TaskListening>();
  /** How to stop telling, by the same id. */
  readonly #told = new Map<unknown, () => void>();

  constructor(inner: Transport, listen: Engine["listenToTasks"]) {
    this.#inner = inner;
    this.#listen = listen;
    inner.onmessage = (message) => {
      // Only these have to wait, so that nothing else is overtaken.
      if (namesTasks(message)) void this.#ask(message);
      else {
        if (isNotification(message, "cancelled")) this.#stop(message.params?.requestId);
        this.onmessage?.(message);
      }
    };
    inner.onerror = (error) => this.onerror?.(error);
    inner.onclose = () => {
      for (const id of this.#told.keys()) this.#stop(id);
      this.#asking.clear();
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (!("method" in message)) this.#stop(message.id);
    const id = isNotification(message, "subscriptions/acknowledged") ? subscriptionOf(message) : undefined;
    const tasks = this.#granted.get(id);
    if (!tasks) return this.#inner.send(message);
    this.#stop(id);
    const acknowledged = this.#inner.send(withTasks(message as JSONRPCNotification, tasks));
    // Not after waiting, during which the subscription may end. What cannot be written, nobody is left to miss.
    this.#told.set(
      id,
      tasks.begin((told) => void this.#inner.send(told).catch(() => undefined)),
    );
    await acknowledged;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** The SDK acknowledges a subscription at once, so that its tasks have to be found before. */
  async #ask(message: JSONRPCRequest): Promise<void> {
    const { id } = message;
    this.#asking.add(id);
    try {
      const tasks = await this.#listen(message);
      // Cancelled in the meantime.
      if (!this.#asking.delete(id)) return;
      if (tasks) this.#granted.set(id, tasks);
      this.onmessage?.(message);
    } catch (error) {
      if (!this.#asking.delete(id)) return;
      const { code, message: text, data } = error as ProtocolError;
      // What can no longer be written, nobody is left to miss.
      await this.#inner.send(jsonRpcError(code, text, { id, data })).catch(() => undefined);
    }
  }

  #stop(id: unknown): void {
    this.#told.get(id)?.();
    this.#told.delete(id);
    this.#granted.delete(id);
    this.#asking.delete(id);
  }
}

function namesTasks(message: JSONRPCMessage): message is JSONRPCRequest {
  if (!("method" in message && "id" in message) || message.method !== "subscriptions/listen") return false;
  return (message.params?.notifications as { readonly taskIds?: unknown } | undefined)?.taskIds !== undefined;
}

function withTasks(acknowledged: JSONRPCNotification, { taskIds }: TaskListening): JSONRPCNotification {
  const { params } = acknowledged;
  return { ...acknowledged, params: { ...params, notifications: { ...(params?.notifications as object), taskIds } } };
}
