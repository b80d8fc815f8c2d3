import { invalidParams } from "../dispatch/fault-error.js";
import { requireResource } from "../dispatch/find-resource.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Watches } from "./watches.js";

/** The most resources that one client may subscribe to. */
const MAX_SUBSCRIPTIONS = 1_000;

/** The resource subscriptions of one legacy connection. */
export class Subscriptions {
  readonly #catalog: Catalog;
  readonly #watches: () => Watches;
  /** Functions that stop watching, by URI. */
  readonly #open = new Map<string, () => void>();
  #closed = false;

  /** @param watches Returns what watches for changes. It is called for the first subscription */
  constructor(catalog: Catalog, watches: () => Watches) {
    this.#catalog = catalog;
    this.#watches = watches;
  }

  has(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** @throws FaultError when the resource does not exist, or the client has too many subscriptions */
  async subscribe(uri: string): Promise<void> {
    await requireResource(this.#catalog.enabled(), uri);
    if (this.#open.has(uri) || this.#closed) return;
    if (this.#open.size >= MAX_SUBSCRIPTIONS) {
      throw invalidParams(`This connection has ${MAX_SUBSCRIPTIONS} subscriptions, which is the limit: end one first.`);
    }
    this.#open.set(uri, this.#watches().watch([uri]));
  }

  unsubscribe(uri: string): void {
    this.#open.get(uri)?.();
    this.#open.delete(uri);
  }

  /** Ends all subscriptions at the end of the connection. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#open.values()) stop();
    this.#open.clear();
  }
}
