import type { Abortable } from "../promises/abortable.js";
import { type Awaitable, isThenable } from "../promises/awaitable.js";
import { MAX_TIMER_MS } from "../time/max-timer-ms.js";
import { ToolError } from "../tool-error.js";

/** The deadline of a method. */
export class Deadline implements Abortable {
  readonly #timeoutMs: number;
  readonly #parent: Abortable;
  readonly #source: string;
  #controller: AbortController | undefined;
  #left: number;
  #startedAt = 0;
  #pauses = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;
  /** The error of the signal, once the time is over. */
  #expired: DOMException | undefined;
  #giveUp: (error: ToolError) => void = () => undefined;

  /**
   * @param parent Aborted when the method must stop for another reason
   * @param source Names the call, such as `tool "add"`
   */
  constructor(timeoutMs: number, parent: Abortable, source: string) {
    this.#timeoutMs = timeoutMs;
    this.#left = timeoutMs;
    this.#parent = parent;
    this.#source = source;
  }

  /** Aborted when the time is over, or with the parent. Created on first access. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#expired !== undefined) this.#controller.abort(this.#expired);
      else if (this.#parent.isAborted) this.#forward();
      else if (!this.#hasEnded) this.#parent.signal.addEventListener("abort", this.#forward, { once: true });
    }
    return this.#controller.signal;
  }

  get isAborted(): boolean {
    return this.#expired !== undefined || this.#parent.isAborted;
  }

  /** Milliseconds that are left for the work. */
  get leftMs(): number {
    return this.#pauses > 0 ? this.#left : this.#left - (performance.now() - this.#startedAt);
  }

  /** Whether the time ended before the work did. */
  get isOver(): boolean {
    return this.#hasEnded && this.#expired !== undefined;
  }

  /** Stops the clock. Returns a function that starts it again. */
  pause(): () => void {
    this.#pauses += 1;
    if (this.#pauses === 1) this.#stop();
    return () => {
      this.#pauses -= 1;
      if (this.#pauses === 0 && !this.#hasEnded && !this.isAborted) this.#start();
    };
  }

  /** Starts the clock, then does the work and settles like it, or rejects with a ToolError when the time is over. */
  limit<T>(work: () => Awaitable<T>): Awaitable<T> {
    this.#startedAt = performance.now();
    const value = work();
    if (isThenable(value)) return this.#race(value);
    this.#hasEnded = true;
    return value;
  }

  async #race<T>(working: Promise<T>): Promise<T> {
    const over = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
    });
    if (this.#pauses === 0) this.#await(this.#left - (performance.now() - this.#startedAt));
    try {
      return await Promise.race([working, over]);
    } finally {
      this.#hasEnded = true;
      clearTimeout(this.#timer);
      if (this.#controller !== undefined) this.#parent.signal.removeEventListener("abort", this.#forward);
    }
  }

  #start(): void {
    this.#startedAt = performance.now();
    this.#await(this.#left);
  }

  #await(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#expire(), Math.min(milliseconds, MAX_TIMER_MS));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#startedAt;
  }

  #expire(): void {
    const message = `The ${this.#source} timed out after ${this.#timeoutMs} ms.`;
    this.#expired = new DOMException(message, "TimeoutError");
    this.#giveUp(new ToolError(message));
    this.#controller?.abort(this.#expired);
  }

  readonly #forward = (): void => this.#controller?.abort(this.#parent.signal.reason);
}
