import { MAX_TIMER_MS } from "../../time/max-timer-ms.js";
import type { SessionRecord, SessionStore } from "../session-store.js";

/** Options of a {@link MemorySessionStore}. */
export interface MemorySessionOptions {
  /** Milliseconds after which an idle session is closed. */
  readonly ttlMs: number;
  /** Whether a session is in use, so that it does not expire. */
  readonly isBusy: (id: string) => boolean;
  /** Called with the id of each expired session. */
  readonly onDrop: (id: string) => void;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

/** A session is dropped at most this part of its time too late. */
const LATE = 1 / 100;

/** Keeps sessions in this process. Expired ones go by themselves. */
export class MemorySessionStore implements SessionStore {
  readonly #options: MemorySessionOptions;
  readonly #sessions = new Map<string, StoredSession>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it looks for expired sessions again. */
  #nextLook = Number.NEGATIVE_INFINITY;

  constructor(options: MemorySessionOptions) {
    this.#options = options;
  }

  create(record: SessionRecord): void {
    this.#dropExpired();
    this.#sessions.set(record.id, { record, lastUsed: this.#options.now() });
    this.#arm();
  }

  read(id: string): SessionRecord | undefined {
    // Some runtimes stop timers at the end of a request.
    this.#dropExpired();
    const session = this.#sessions.get(id);
    if (session === undefined || !this.#isOver(session)) return session?.record;
    this.#drop(id);
    return undefined;
  }

  touch(id: string): void {
    const session = this.#sessions.get(id);
    if (session !== undefined) session.lastUsed = this.#options.now();
  }

  delete(id: string): void {
    this.#sessions.delete(id);
  }

  #arm(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.min(this.#options.ttlMs * (1 + LATE), MAX_TIMER_MS);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#dropExpired();
      if (this.#sessions.size > 0) this.#arm();
    }, wait);
    // Only Node's timers can say that they do not keep the process alive.
    if (typeof this.#timer === "object") this.#timer.unref();
  }

  #dropExpired(): void {
    const { now, ttlMs } = this.#options;
    if (now() < this.#nextLook) return;
    let oldest = now();
    for (const [id, session] of [...this.#sessions]) {
      if (this.#isOver(session)) this.#drop(id);
      else oldest = Math.min(oldest, session.lastUsed);
    }
    this.#nextLook = Math.max(oldest + ttlMs, now() + ttlMs * LATE);
  }

  #isOver({ record, lastUsed }: StoredSession): boolean {
    const { now, ttlMs, isBusy } = this.#options;
    return now() - lastUsed >= ttlMs && !isBusy(record.id);
  }

  #drop(id: string): void {
    this.#sessions.delete(id);
    this.#options.onDrop(id);
  }
}

interface StoredSession {
  readonly record: SessionRecord;
  lastUsed: number;
}
