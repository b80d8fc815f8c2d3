/** A call whose middleware waits for the client's answers to the method's questions. */
export interface SuspendedCall {
  /** Ends the call, because the client did not come back. Resolves when its middleware has ended. */
  abandon(): Promise<void>;
}

/** The most calls that wait at a time. Above it, the oldest is given up. */
const MAX_CALLS = 1_000;
/** Milliseconds that a person has to answer. */
const LIFETIME_MS = 60 * 60 * 1_000;

/**
 * The calls of this process that wait for their clients' answers. If a client comes back to another process, or too
 * late, its call begins again.
 */
export class SuspendedCalls<T extends SuspendedCall> {
  /** By id, the oldest first. */
  readonly #calls = new Map<string, { readonly call: T; readonly until: number }>();

  /** Keeps a call until it is taken. Abandons a call with the same id: its client came back twice. */
  keep(id: string, call: T): void {
    void this.take(id)?.abandon();
    this.#calls.set(id, { call, until: Date.now() + LIFETIME_MS });
    const [oldest] = this.#calls.keys();
    if (this.#calls.size > MAX_CALLS && oldest !== undefined) void this.take(oldest)?.abandon();
  }

  /** Takes out the call with this id, if it waits here. */
  take(id: string | undefined): T | undefined {
    this.#dropExpired();
    if (id === undefined) return undefined;
    const call = this.#calls.get(id)?.call;
    this.#calls.delete(id);
    return call;
  }

  /** Abandons all calls. */
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
