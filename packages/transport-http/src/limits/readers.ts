import { Budget, type BudgetOptions } from "@plainmcp/core/internal/engine";
import { Reader } from "./reader.js";

/** A client for which more than this part waits must read some of it before it asks for more. */
const MUCH = 3 / 4;

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
  admit(exchange: { readonly account: string }): void {
    // The usual case.
    if (this.#budget.used <= this.#much) return;
    if (this.#budget.heldBy(exchange.account) > this.#much) throw this.#budget.refuse(exchange.account, 0);
  }

  /** @param disconnect Disconnects the reader, because it reads too slowly */
  open(account: string, disconnect: () => void): Reader {
    return new Reader(this.#budget, account, { turn: this.#opened++, disconnect, onSlow: this.#onSlow });
  }
}
