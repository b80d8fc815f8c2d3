import { onBodyEnd } from "./on-body-end.js";

/** Knows how many requests are being answered. */
export class Exchanges {
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

  /** Resolves when there is none, or the time is up. */
  whenNone(milliseconds: number): Promise<void> {
    if (this.#open === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #done(): void {
    this.#open--;
    if (this.#open === 0) for (const wake of this.#waiting.splice(0)) wake();
  }
}
