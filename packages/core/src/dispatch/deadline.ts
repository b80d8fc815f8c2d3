import { MAX_TIMER_MS } from "../time/max-timer-ms.js";
import { ToolError } from "../tool-error.js";

/** The deadline of a method. */
export class Deadline {
  readonly #timeoutMs: number;
  readonly #parent: AbortSignal;
  readonly #source: string;
  readonly #controller = new AbortController();
  #left: number;
  #startedAt = 0;
  #pauses = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #giveUp: (error: ToolError) => void = () => undefined;

  /**
   * @param parent Aborted when the method must stop for another reason
   * @param source Names the call, such as `tool "add"`
   */
  constructor(timeoutMs: number, parent: AbortSignal, source: string) {
    this.#timeoutMs = timeoutMs;
    this.#left = timeoutMs;
    this.#parent = parent;
    this.#source = source;
  }

  /** Aborted when the time is over, or with the parent. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the time ended before the work did. */
  get isOver(): boolean {
    return this.#ended && this.signal.reason?.name === "TimeoutError";
  }

  /** Stops the clock. Returns a function that starts it again. */
  pause(): () => void {
    this.#pauses += 1;
    if (this.#pauses === 1) this.#stop();
    return () => {
      this.#pauses -= 1;
      if (this.#pauses === 0 && !this.#ended && !this.signal.aborted) this.#start();
    };
  }

  /** Starts the clock, then does the work and settles like it, or rejects with a ToolError when the time is over. */
  async limit<T>(work: () => Promise<T>): Promise<T> {
    if (this.#parent.aborted) this.#forward();
    else this.#parent.addEventListener("abort", this.#forward, { once: true });
    const over = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
    });
    this.#start();
    try {
      return await Promise.race([work(), over]);
    } finally {
      this.#ended = true;
      clearTimeout(this.#timer);
      this.#parent.removeEventListener("abort", this.#forward);
    }
  }

  #start(): void {
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => this.#expire(), Math.min(this.#left, MAX_TIMER_MS));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#startedAt;
  }

  #expire(): void {
    const message = `The ${this.#source} timed out after ${this.#timeoutMs} ms.`;
    this.#giveUp(new ToolError(message));
    this.#controller.abort(new DOMException(message, "TimeoutError"));
  }

  readonly #forward = (): void => this.#controller.abort(this.#parent.reason);
}
