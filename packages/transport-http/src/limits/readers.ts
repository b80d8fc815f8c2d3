import { Budget, type BudgetOptions, LimitError, type Share } from "@plainmcp/core/internal/engine";
import type { Exchange } from "../exchange.js";

/** A client for which more than this part waits must read some of it before it asks for more. */
const MUCH = 3 / 4;

/** Less than this waits for every reader now and then. */
const LITTLE = 4_096;

/** What waits until clients read it. */
export class Readers {
  readonly #budget: Budget;
  readonly #onSlow: () => void;
  readonly #much: number;
  #opened = 0;

  /**
   * @param max How much may wait for all of them
   * @param onRefused Receives every refusal for lack of room
   * @param onSlow Is told when one is disconnected because too much waits for it alone
   */
  constructor(max: number, onRefused: BudgetOptions["onRefused"], onSlow: () => void) {
    const unit = "bytes that wait until clients read them";
    this.#budget = new Budget({ limit: "maxQueuesSize", max, unit, ...(onRefused && { onRefused }) });
    this.#onSlow = onSlow;
    this.#much = max * MUCH;
  }

  /** Refuses a request of a client that does not read. @throws LimitError */
  admit(exchange: Exchange): void {
    // The usual case.
    if (this.#budget.used <= this.#much) return;
    if (this.#budget.heldBy(exchange.account) > this.#much) throw this.#budget.refuse(exchange.account, 0);
  }

  /** @param disconnect Disconnects the reader, because it reads too slowly */
  open(account: string, disconnect: () => void): Reader {
    return new Reader(this.#budget, account, { turn: this.#opened++, disconnect, onSlow: this.#onSlow });
  }
}

interface Leaving {
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
