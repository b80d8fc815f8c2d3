import { invalidParams } from "../dispatch/fault-error.js";
import { requireResource } from "../dispatch/find-resource.js";
import type { Budget, Share, Yielding } from "../limits/budget.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Watches } from "./watches.js";
import { weighUris } from "./weigh-uris.js";

/** The most resources that one client may subscribe to. */
const MAX_SUBSCRIPTIONS = 1_000;

/** Whose subscriptions these are. */
export interface Subscriber extends Yielding {
  /** Whom they count for. */
  readonly account: string;
}

/** What subscriptions need of their server. */
export interface SubscriptionsServer {
  readonly catalog: Catalog;
  /** Returns what watches for changes. It is called for the first subscription. */
  readonly watches: () => Watches;
  /** How many URIs all clients may be subscribed to. */
  readonly watchBudget: Budget;
}

/** The resource subscriptions of one legacy connection. */
export class Subscriptions {
  readonly #server: SubscriptionsServer;
  readonly #subscriber: Subscriber | undefined;
  /** Functions that stop watching, by URI. */
  readonly #open = new Map<string, () => void>();
  /** What all of them take of the budget. */
  #share: Share | undefined;
  #closed = false;

  /** @param subscriber Gives the subscriptions up when others need the room. @default they stay */
  constructor(server: SubscriptionsServer, subscriber?: Subscriber) {
    this.#server = server;
    this.#subscriber = subscriber;
  }

  has(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** @throws FaultError when the resource does not exist, or there are too many subscriptions */
  async subscribe(uri: string): Promise<void> {
    const { catalog, watches } = this.#server;
    await requireResource(catalog.enabled(), uri);
    if (this.#open.has(uri) || this.#closed) return;
    if (this.#open.size >= MAX_SUBSCRIPTIONS) {
      throw invalidParams(`This connection has ${MAX_SUBSCRIPTIONS} subscriptions, which is the limit: end one first.`);
    }
    this.#count([...this.#open.keys(), uri]);
    this.#open.set(uri, watches().watch([uri]));
  }

  unsubscribe(uri: string): void {
    this.#open.get(uri)?.();
    if (this.#open.delete(uri)) this.#count([...this.#open.keys()]);
  }

  /** Ends all subscriptions at the end of the connection. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#open.values()) stop();
    this.#open.clear();
    this.#share?.release();
  }

  #count(uris: readonly string[]): void {
    this.#share ??= this.#server.watchBudget.take(this.#subscriber?.account ?? "", 0, this.#subscriber);
    this.#share.resize(weighUris(uris));
  }
}
