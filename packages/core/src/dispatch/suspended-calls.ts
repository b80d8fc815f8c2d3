import { Budget, type Share } from "../limits/budget.js";
import type { Load } from "../limits/load.js";
import type { Fault } from "../primitives/middleware.js";

/** A call whose middleware waits for the client's answers to the method's questions. */
export interface SuspendedCall {
  /** Ends the call with a fault. Resolves when its middleware has ended. */
  abandon(fault: Fault): Promise<void>;
}

/** The most calls that wait at a time. Beyond it, the account that has most of them loses its oldest. */
const MAX_CALLS = 1_000;
/** Milliseconds that a person has to answer. */
const LIFETIME_MS = 60 * 60 * 1_000;

const NOT_BACK: Fault = { kind: "cancelled", message: "The client did not come back with its answers." };

/**
 * The calls of this process that wait for their clients' answers. If a client comes back to another process, or too
 * late, its call begins again.
 */
export class SuspendedCalls<T extends SuspendedCall> {
  /** By id, the oldest first. */
  readonly #calls = new Map<string, Waiting<T>>();
  readonly #places = new Budget({ limit: "maxSuspended", max: MAX_CALLS, unit: "waiting calls", hasReserve: false });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Keeps a call until it is taken. Abandons a call with the same id: its client came back twice. */
  keep(id: string, call: T, load?: Load): void {
    this.abandon(id);
    const until = Date.now() + LIFETIME_MS;
    const place = this.#places.take(load?.account ?? "", 1, { turn: () => until, giveUp: () => this.abandon(id) });
    this.#calls.set(id, { call, until, place, release: load?.keep() });
    this.#awaitExpiry();
  }

  /** Takes out the call with this id, if it waits here. */
  take(id: string | undefined): T | undefined {
    // Workers run no timer between requests.
    this.#dropExpired();
    if (id === undefined) return undefined;
    return this.#remove(id)?.call;
  }

  /** Ends the call with this id, if it waits here. */
  abandon(id: string, fault: Fault = NOT_BACK): void {
    void this.take(id)?.abandon(fault);
  }

  /** Abandons all calls. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await Promise.all([...this.#calls.keys()].map((id) => this.take(id)?.abandon(NOT_BACK)));
  }

  #awaitExpiry(): void {
    const [oldest] = this.#calls.values();
    if (oldest === undefined || this.#timer !== undefined) return;
    const timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#dropExpired();
        this.#awaitExpiry();
      },
      Math.max(0, oldest.until - Date.now()),
    );
    this.#timer = timer;
    // A call that nobody comes back to does not keep the process alive. Only Node's timers can say so.
    if (typeof timer === "object") timer.unref();
  }

  #dropExpired(): void {
    const now = Date.now();
    for (const [id, { until }] of this.#calls) {
      if (until > now) return;
      void this.#remove(id)?.call.abandon(NOT_BACK);
    }
  }

  #remove(id: string): Waiting<T> | undefined {
    const waiting = this.#calls.get(id);
    this.#calls.delete(id);
    waiting?.place.release();
    waiting?.release?.();
    return waiting;
  }
}

interface Waiting<T> {
  readonly call: T;
  readonly until: number;
  readonly place: Share;
  /** Gives back what its request has taken. */
  readonly release: (() => void) | undefined;
}
