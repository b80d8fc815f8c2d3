import type { Budget } from "@plainmcp/core/internal/engine";
import type { Exchange } from "../exchange.js";
import { BASE, RequestLoad } from "./request-load.js";

/** How requests are counted. */
export interface Accounting {
  /** What all requests may take. */
  readonly bodies: Budget;
  /** Whom a request counts for: its caller, or else its client's address. */
  accountOf(exchange: Exchange): string;
}

/** The part of an exchange that counts what it takes. A request that is answered at once takes nothing. */
export abstract class CountedExchange {
  accounting: Accounting | undefined;
  #account: string | undefined;
  #load: RequestLoad | undefined;
  #size = 0;

  get account(): string {
    this.#account ??= this.accounting?.accountOf(this as unknown as Exchange) ?? "";
    return this.#account;
  }

  get load(): RequestLoad | undefined {
    if (this.#load === undefined && this.accounting !== undefined) {
      this.#load = new RequestLoad(this.accounting.bodies, this.account, this.#size);
    }
    return this.#load;
  }

  get heldLoad(): RequestLoad | undefined {
    return this.#load?.isHeld === true ? this.#load : undefined;
  }

  admit(bytes: number): void {
    this.#size = bytes;
    // The usual case: the body came in one piece, and there is room.
    if (this.#load === undefined && this.accounting?.bodies.hasRoom(BASE + bytes) !== false) return;
    this.load?.admit(bytes);
  }
}
