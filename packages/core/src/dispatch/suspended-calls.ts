/** A call whose middleware waits until the client has answered what the method asked. */
export interface SuspendedCall {
  /** Ends it: the client has not come back. Resolves when its middleware has ended. */
  abandon(): Promise<void>;
}

/** So many calls wait at a time. Beyond it, the oldest is given up. */
const MAX_CALLS = 1_000;
/** As long as a person may take to answer. */
const LIFETIME_MS = 60 * 60 * 1_000;

/**
 * The calls of this process that wait for answers of their clients. A client that comes back to another process, or too
 * late, has its call begun anew.
 */
export class SuspendedCalls<T extends SuspendedCall> {
  /** By id, the oldest first. */
  readonly #calls = new Map<string, { readonly call: T; readonly until: number }>();

  /** Keeps a call until it is taken. One that is kept under the same id gives way: its client has come back twice. */
  keep(id: string, call: T): void {
    void this.take(id)?.abandon();
    this.#calls.set(id, { call, until: Date.now() + LIFETIME_MS });
    const [oldest] = this.#calls.keys();
    if (this.#calls.size > MAX_CALLS && oldest !== undefined) void this.take(oldest)?.abandon();
  }

  /** Takes out the call of this id, if it waits here. */
  take(id: string | undefined): T | undefined {
    this.#dropExpired();
    if (id === undefined) return undefined;
    const call = this.#calls.get(id)?.call;
    this.#calls.delete(id);
    return call;
  }

  /** Gives up all of them. */
  async close(): Promise<void> {
    await Promise.all([...this.#calls.keys()].map((id) => this.take(id)?.abandon()));
  }

  #dropExpired(): void {
    const now = Date.now();
    for (const [id, { call, until }] of this.#calls) {
      if (until > now) return;
      this.#calls.delete(id);
      void call.abandon();
    }
  }
}
