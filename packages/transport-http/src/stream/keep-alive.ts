import { MAX_TIMER_MS } from "@plainmcp/core/internal/engine";

/** A response that is kept alive. */
export interface Kept {
  /** Restarts the interval, because something was written. */
  touch(): void;
  /** Stops keeping the response alive. */
  end(): void;
}

/** Keeps silent responses alive, all with one timer, and knows how much may wait for the reader of each. */
export class KeepAlive {
  readonly #intervalMs: number;
  /** When each beat is due. The earliest comes first, because all have the same interval. */
  readonly #due = new Map<() => void, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How many characters may wait until the client reads them, before the stream drops or ends something. */
  readonly maxQueueSize: number;

  /** @param intervalMs Milliseconds of silence before a beat; 0 for never */
  constructor(intervalMs: number, maxQueueSize: number = Number.POSITIVE_INFINITY) {
    this.maxQueueSize = maxQueueSize;
    this.#intervalMs = Math.min(intervalMs, MAX_TIMER_MS);
  }

  /** Calls `beat` whenever nothing was written for an interval, until the returned `end` is called. */
  keep(beat: () => void): Kept {
    let isKept = this.#intervalMs > 0;
    const touch = (): void => {
      if (!isKept) return;
      this.#due.delete(beat);
      this.#due.set(beat, performance.now() + this.#intervalMs);
      this.#arm();
    };
    touch();
    const end = (): void => {
      isKept = false;
      this.#due.delete(beat);
    };
    return { touch, end };
  }

  /** Returns a promise that resolves after the interval, unless `end` is called before. */
  pause(): { readonly over: Promise<void>; end(): void } {
    let kept: Kept | undefined;
    const over = new Promise<void>((resolve) => {
      kept = this.keep(() => {
        kept?.end();
        resolve();
      });
    });
    return { over, end: () => kept?.end() };
  }

  #arm(): void {
    if (this.#timer !== undefined) return;
    const [due] = this.#due.values();
    if (due === undefined) return;
    this.#timer = setTimeout(() => this.#beat(), Math.max(due - performance.now(), 1));
    // The timer must not keep a process alive that has nothing else to do.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  #beat(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [beat, due] of [...this.#due]) {
      if (due > now) break;
      // Another beat may have ended this one.
      if (!this.#due.has(beat)) continue;
      this.#due.delete(beat);
      this.#due.set(beat, now + this.#intervalMs);
      beat();
    }
    this.#arm();
  }
}
