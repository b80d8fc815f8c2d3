import type { Caller } from "@plainmcp/core";
import type { Budget } from "@plainmcp/core/internal/engine";
import { BASE, RequestLoad } from "./request-load.js";

/** What says whom a request counts for. */
export interface Asker {
  readonly caller: Caller | undefined;
  /** The address of the client, or of the proxy that it comes through. */
  readonly peerAddress: string | undefined;
  readonly request: { readonly headers: { get(name: string): string | null } };
}

/** How requests are counted. */
export interface Accounting {
  /** What all requests may take. */
  readonly bodies: Budget;
  /** Whom a request counts for: its caller, or else its client's address. */
  accountOf(asker: Asker): string;
}

/** The part of an exchange that counts what it takes. A request that is answered at once takes nothing. */
export abstract class CountedExchange implements Asker {
  abstract readonly caller: Asker["caller"];
  abstract readonly peerAddress: Asker["peerAddress"];
  abstract readonly request: Asker["request"];
  accounting: Accounting | undefined;
  #account: string | undefined;
  #load: RequestLoad | undefined;
  #size = 0;

  /** What its body takes in memory, once it has been read. */
  get size(): number {
    return this.#size;
  }

  get account(): string {
    this.#account ??= this.accounting?.accountOf(this) ?? "";
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
