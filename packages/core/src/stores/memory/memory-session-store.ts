import type { SessionRecord, SessionStore } from "../session-store.js";

/** Options of a {@link MemorySessionStore}. */
export interface MemorySessionOptions {
  readonly maxSessions: number;
  /** Milliseconds after which an idle session is closed. */
  readonly ttlMs: number;
  /**
   * Whether a session has open requests (`busy`), only work that continues without its client (`working`), or neither.
   */
  readonly idleness: (id: string) => "busy" | "working" | "idle";
  /** Called with the id of each dropped session. */
  readonly onDrop: (id: string) => void;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

interface StoredSession {
  readonly record: SessionRecord;
  lastUsed: number;
  /** Grows with each use of any session. */
  order: number;
}

/**
 * Keeps sessions in this process. It drops expired sessions when it is next used, not by a timer, because some runtimes
 * stop timers at the end of a request.
 */
export class MemorySessionStore implements SessionStore {
  readonly #options: MemorySessionOptions;
  readonly #sessions = new Map<string, StoredSession>();
  #uses = 0;
  /** Until then, no session expires. */
  #nextExpiry = Number.POSITIVE_INFINITY;

  constructor(options: MemorySessionOptions) {
    this.#options = options;
  }

  create(record: SessionRecord): boolean {
    this.#dropExpired();
    if (this.#sessions.size >= this.#options.maxSessions && !this.#makeRoom()) return false;
    const lastUsed = this.#options.now();
    this.#sessions.set(record.id, { record, lastUsed, order: ++this.#uses });
    this.#nextExpiry = Math.min(this.#nextExpiry, lastUsed + this.#options.ttlMs);
    return true;
  }

  read(id: string): SessionRecord | undefined {
    this.#dropExpired();
    return this.#sessions.get(id)?.record;
  }

  touch(id: string): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    session.lastUsed = this.#options.now();
    session.order = ++this.#uses;
  }

  delete(id: string): void {
    this.#sessions.delete(id);
  }

  /** A session that is busy is used again when it no longer is. */
  #dropExpired(): void {
    const { now, ttlMs, idleness } = this.#options;
    const time = now();
    if (time < this.#nextExpiry) return;
    this.#nextExpiry = time + ttlMs;
    for (const [id, { lastUsed }] of this.#sessions) {
      if (lastUsed + ttlMs > time) this.#nextExpiry = Math.min(this.#nextExpiry, lastUsed + ttlMs);
      else if (idleness(id) !== "busy") this.#drop(id);
    }
  }

  #makeRoom(): boolean {
    const sessions = [...this.#sessions].sort(([, one], [, other]) => one.order - other.order);
    const ids = sessions.map(([id]) => id);
    // Sessions with work that continues without the client are dropped last.
    const id =
      ids.find((each) => this.#options.idleness(each) === "idle") ??
      ids.find((each) => this.#options.idleness(each) === "working");
    if (id !== undefined) this.#drop(id);
    return id !== undefined;
  }

  #drop(id: string): void {
    this.#sessions.delete(id);
    this.#options.onDrop(id);
  }
}
