import type { JSONRPCMessage, JSONRPCNotification, Transport } from "@modelcontextprotocol/server";
import type { Engine } from "@plainmcp/core/engine";
import { isNotification } from "./is-notification.js";
import { subscriptionOf } from "./subscription-of.js";

/**
 * Passes messages on, and has the resources of each subscription watched: from when the server acknowledges it until
 * either side ends it.
 */
export class WatchingTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];

  readonly #inner: Transport;
  readonly #watch: Engine["watch"];
  /** How to stop watching, by the id of the request that subscribed. */
  readonly #watched = new Map<unknown, () => void>();

  constructor(inner: Transport, watch: Engine["watch"]) {
    this.#inner = inner;
    this.#watch = watch;
    inner.onmessage = (message) => {
      if (isNotification(message, "cancelled")) this.#stop(message.params?.requestId);
      this.onmessage?.(message);
    };
    inner.onerror = (error) => this.onerror?.(error);
    inner.onclose = () => {
      for (const id of this.#watched.keys()) this.#stop(id);
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  send(message: JSONRPCMessage): Promise<void> {
    if (isNotification(message, "subscriptions/acknowledged")) this.#begin(message);
    else if (!("method" in message)) this.#stop(message.id);
    return this.#inner.send(message);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #begin(acknowledged: JSONRPCNotification): void {
    const id = subscriptionOf(acknowledged);
    const { resourceSubscriptions } = (acknowledged.params as unknown as Granted).notifications;
    this.#stop(id);
    if (resourceSubscriptions) this.#watched.set(id, this.#watch(resourceSubscriptions));
  }

  #stop(id: unknown): void {
    this.#watched.get(id)?.();
    this.#watched.delete(id);
  }
}

/** What the SDK says of the subscription that it grants. */
interface Granted {
  readonly notifications: { readonly resourceSubscriptions?: readonly string[] };
}
