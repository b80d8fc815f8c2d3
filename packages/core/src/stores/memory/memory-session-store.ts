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

/**
 * Keeps sessions in this process. It drops expired sessions when it is next used, not by a timer, because some runtimes
 * stop timers at the end of a request.
 */
export class MemorySessionStore implements SessionStore {
  readonly #options: MemorySessionOptions;
  /** Sessions by id, the least recently used first. */
  readonly #sessions = new Map<string, { readonly record: SessionRecord; lastUsed: number }>();

  constructor(options: MemorySessionOptions) {
    this.#options = options;
  }

  create(record: SessionRecord): boolean {
    this.#dropExpired();
    if (this.#sessions.size >= this.#options.maxSessions && !this.#makeRoom()) return false;
    this.#sessions.set(record.id, { record, lastUsed: this.#options.now() });
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
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
  }

  delete(id: string): void {
    this.#sessions.delete(id);
  }

  #dropExpired(): void {
    const oldest = this.#options.now() - this.#options.ttlMs;
    for (const [id, { lastUsed }] of this.#sessions) {
      if (lastUsed > oldest) return;
      if (this.#options.idleness(id) !== "busy") this.#drop(id);
    }
  }

  #makeRoom(): boolean {
    const ids = [...this.#sessions.keys()];
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
