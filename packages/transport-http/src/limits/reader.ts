import { type Budget, LimitError, type Share } from "@plainmcp/core/internal/engine";

/** Less than this waits for every reader now and then. */
const LITTLE = 4_096;

/** How a reader is disconnected. */
export interface Leaving {
  readonly turn: number;
  readonly disconnect: () => void;
  readonly onSlow: () => void;
}

/** One client that reads a response. */
export class Reader {
  readonly #budget: Budget;
  readonly #account: string;
  readonly #leaving: Leaving;
  #share: Share | undefined;

  constructor(budget: Budget, account: string, leaving: Leaving) {
    this.#budget = budget;
    this.#account = account;
    this.#leaving = leaving;
  }

  /** Notes how much waits now. If that is too much for all readers together, this one may be disconnected. */
  waits(bytes: number): void {
    if (this.#share === undefined && bytes < LITTLE) return;
    const { turn, disconnect } = this.#leaving;
    try {
      this.#share ??= this.#budget.take(this.#account, 0, {
        turn: (isOwn) => (isOwn ? undefined : turn),
        giveUp: disconnect,
      });
      this.#share.resize(bytes);
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      this.end();
      disconnect();
    }
  }

  /** Too much waits for this one alone, so that it is disconnected. */
  isTooSlow(): void {
    this.#leaving.onSlow();
  }

  /** Nothing waits any more. */
  end(): void {
    this.#share?.release();
    this.#share = undefined;
  }
}
