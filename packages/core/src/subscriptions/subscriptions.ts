import { findResource } from "../dispatch/find-resource.js";
import { ProtocolFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";

/** As many resources as one client may be subscribed to. */
const MAX_SUBSCRIPTIONS = 1_000;

/** What the client of one legacy connection has subscribed to. */
export class Subscriptions {
  readonly #registry: Registry;
  /** How to stop watching, by URI. */
  readonly #open = new Map<string, () => void>();
  #closed = false;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  has(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** @throws ProtocolFault when there is no such resource, or the client has too many subscriptions */
  async subscribe(uri: string): Promise<void> {
    const found = await findResource(this.#registry, uri);
    if (!found) throw new ProtocolFault("resource-not-found", `Resource not found: ${uri}`, uri);
    if (this.#open.has(uri) || this.#closed) return;
    if (this.#open.size >= MAX_SUBSCRIPTIONS) {
      throw new ProtocolFault(
        "invalid-params",
        `This connection has ${MAX_SUBSCRIPTIONS} subscriptions, which is as many as there can be: end one first.`,
      );
    }
    this.#open.set(uri, this.#registry.watch([uri]));
  }

  unsubscribe(uri: string): void {
    this.#open.get(uri)?.();
    this.#open.delete(uri);
  }

  /** Ends all of them: the connection is over. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#open.values()) stop();
    this.#open.clear();
  }
}
