import { onBodyEnd } from "./stream/on-body-end.js";

/** Knows how many requests are being answered. */
export class InFlight {
  #open = 0;
  #waiting: (() => void)[] = [];

  /** Counts one request until its response has been sent whole or given up. */
  async track(answer: () => Promise<Response>): Promise<Response> {
    this.#open++;
    try {
      return onBodyEnd(await answer(), () => this.#done());
    } catch (error) {
      this.#done();
      throw error;
    }
  }

  /** Resolves when there is none. */
  async whenNone(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #done(): void {
    this.#open--;
    if (this.#open === 0) for (const wake of this.#waiting.splice(0)) wake();
  }
}
