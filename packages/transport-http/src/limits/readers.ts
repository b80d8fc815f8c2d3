import { Budget, type BudgetOptions, LimitError, type Share } from "@plainmcp/core/internal/engine";

/** Less than this waits for every reader now and then. */
const LITTLE = 4_096;

/** What waits until clients read it. */
export class Readers {
  readonly #budget: Budget;
  #opened = 0;

  constructor(max: number, onRefused: BudgetOptions["onRefused"]) {
    const unit = "bytes that wait until clients read them";
    this.#budget = new Budget({ limit: "maxQueuesSize", max, unit, ...(onRefused && { onRefused }) });
  }

  /** @param disconnect Disconnects the reader, because it reads too slowly */
  open(account: string, disconnect: () => void): Reader {
    return new Reader(this.#budget, account, { turn: this.#opened++, disconnect });
  }
}

/** One client that reads a response. */
export class Reader {
  readonly #budget: Budget;
  readonly #account: string;
  readonly #leaving: { readonly turn: number; readonly disconnect: () => void };
  #share: Share | undefined;

  constructor(budget: Budget, account: string, leaving: { readonly turn: number; readonly disconnect: () => void }) {
    this.#budget = budget;
    this.#account = account;
    this.#leaving = leaving;
  }

  /** Notes how much waits now. If that is too much for all readers together, this one may be disconnected. */
  waits(bytes: number): void {
    if (this.#share === undefined && bytes < LITTLE) return;
    const { turn, disconnect } = this.#leaving;
    try {
      this.#share ??= this.#budget.take(this.#account, 0, { turn: () => turn, giveUp: disconnect });
      this.#share.resize(bytes);
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      this.end();
      disconnect();
    }
  }

  /** Nothing waits any more. */
  end(): void {
    this.#share?.release();
    this.#share = undefined;
  }
}
