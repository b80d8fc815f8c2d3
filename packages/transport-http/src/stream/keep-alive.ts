import { MAX_TIMER_MS } from "@plainmcp/core/internal/engine";

/** Something that is kept alive. */
export interface Kept {
  /** Takes note that something was written: the time begins anew. */
  touch(): void;
  /** Lets go of it. */
  end(): void;
}

/** Keeps answers alive that are quiet for too long, all with one timer. */
export class KeepAlive {
  readonly #intervalMs: number;
  /** When each is due, the earliest first, since all have the same interval. */
  readonly #due = new Map<() => void, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param intervalMs Milliseconds of quiet before something is written; 0 for never */
  constructor(intervalMs: number) {
    this.#intervalMs = Math.min(intervalMs, MAX_TIMER_MS);
  }

  /** Calls `beat` whenever nothing has been written for the interval, until it is let go of. */
  keep(beat: () => void): Kept {
    const touch = (): void => {
      if (this.#intervalMs === 0) return;
      this.#due.delete(beat);
      this.#due.set(beat, performance.now() + this.#intervalMs);
      this.#arm();
    };
    touch();
    return { touch, end: () => void this.#due.delete(beat) };
  }

  /** Resolves after the interval, unless it is let go of before. */
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
    // It keeps no process alive that has nothing else to do.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  #beat(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [beat, due] of [...this.#due]) {
      if (due > now) break;
      // Another beat may have let go of it.
      if (!this.#due.has(beat)) continue;
      this.#due.delete(beat);
      this.#due.set(beat, now + this.#intervalMs);
      beat();
    }
    this.#arm();
  }
}
