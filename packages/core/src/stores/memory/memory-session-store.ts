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

/** A session is dropped at most this part of its time too late. */
const LATE = 1 / 100;

/**
 * Keeps sessions in this process. It drops expired sessions when it is next used, not by a timer, because some runtimes
 * stop timers at the end of a request.
 */
export class MemorySessionStore implements SessionStore {
  readonly #options: MemorySessionOptions;
  readonly #sessions = new Map<string, StoredSession>();
  #uses = 0;
  /** When it looks for expired sessions again. */
  #nextLook = Number.NEGATIVE_INFINITY;

  constructor(options: MemorySessionOptions) {
    this.#options = options;
  }

  create(record: SessionRecord): boolean {
    this.#dropExpired();
    if (this.#sessions.size >= this.#options.maxSessions && !this.#makeRoom()) return false;
    this.#sessions.set(record.id, { record, lastUsed: this.#options.now(), use: this.#uses++ });
    return true;
  }

  read(id: string): SessionRecord | undefined {
    this.#dropExpired();
    const session = this.#sessions.get(id);
    if (session === undefined || !this.#isOver(session)) return session?.record;
    this.#drop(id);
    return undefined;
  }

  touch(id: string): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    session.lastUsed = this.#options.now();
    session.use = this.#uses++;
  }

  delete(id: string): void {
    this.#sessions.delete(id);
  }

  #dropExpired(): void {
    const { now, ttlMs } = this.#options;
    if (now() < this.#nextLook) return;
    let oldest = now();
    for (const session of [...this.#sessions.values()]) {
      if (this.#isOver(session)) this.#drop(session.record.id);
      else oldest = Math.min(oldest, session.lastUsed);
    }
    this.#nextLook = Math.max(oldest + ttlMs, now() + ttlMs * LATE);
  }

  #isOver({ record, lastUsed }: StoredSession): boolean {
    const { now, ttlMs, idleness } = this.#options;
    return lastUsed <= now() - ttlMs && idleness(record.id) !== "busy";
  }

  #makeRoom(): boolean {
    let idle: StoredSession | undefined;
    let working: StoredSession | undefined;
    for (const session of this.#sessions.values()) {
      if (isOlder(idle, session)) continue;
      const idleness = this.#options.idleness(session.record.id);
      if (idleness === "idle") idle = session;
      else if (idleness === "working" && !isOlder(working, session)) working = session;
    }
    // Sessions with work that continues without the client are dropped last.
    const dropped = idle ?? working;
    if (dropped !== undefined) this.#drop(dropped.record.id);
    return dropped !== undefined;
  }

  #drop(id: string): void {
    this.#sessions.delete(id);
    this.#options.onDrop(id);
  }
}

interface StoredSession {
  readonly record: SessionRecord;
  lastUsed: number;
  /** Counts the uses of all sessions, because many fall into one millisecond. */
  use: number;
}

/** Whether a session has been unused for longer than another one. */
function isOlder(one: StoredSession | undefined, other: StoredSession): boolean {
  return one !== undefined && one.use < other.use;
}
