import type { SessionRecord, SessionStore } from "../session-store.js";

/** How long sessions are kept, and which may go. */
export interface MemorySessionOptions {
  readonly maxSessions: number;
  /** Milliseconds after which an idle session is closed. */
  readonly ttlMs: number;
  /** Whether nobody uses a session at the moment, and whether it has no work that goes on without its client either. */
  readonly idleness: (id: string) => "busy" | "working" | "idle";
  /** Is told of each session that is dropped. */
  readonly onDrop: (id: string) => void;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

/**
 * Keeps sessions in this process. Expired ones are dropped when the store is asked next, rather than by a timer, which some
 * runtimes do not let outlive a request.
 */
export class MemorySessionStore implements SessionStore {
  readonly #options: MemorySessionOptions;
  /** By id, the least recently used first. */
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
    // One whose calls go on without their client is the last to go.
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
