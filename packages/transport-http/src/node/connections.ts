import type { Socket } from "node:net";
import { Budget, type BudgetOptions, LimitError } from "@plainmcp/core/internal/engine";
import { toAccount } from "../limits/client-address.js";
import { refuseConnection } from "./refuse-connection.js";

/** Options of `Connections`. */
export interface ConnectionsOptions {
  readonly maxConnections: number;
  /** Whether an address is that of a proxy, whose connections are those of many clients. */
  readonly isProxy: (address: string) => boolean;
  readonly onRefused: BudgetOptions["onRefused"];
}

/** The open connections of a server. */
export class Connections {
  readonly #budget: Budget;
  readonly #isProxy: ConnectionsOptions["isProxy"];
  readonly #open = new Set<Socket>();
  #accepted = 0;

  constructor({ maxConnections: max, isProxy, onRefused }: ConnectionsOptions) {
    this.#budget = new Budget({ limit: "maxConnections", max, unit: "connections", ...(onRefused && { onRefused }) });
    this.#isProxy = isProxy;
  }

  /** Takes in a new connection, or refuses it. */
  readonly accept = (socket: Socket): void => {
    const { remoteAddress } = socket;
    // It is closed already.
    if (remoteAddress === undefined) return;
    const order = this.#accepted++;
    const yielding = {
      turn: () => (isIdle(socket) ? order : undefined),
      giveUp: () => socket.destroy(),
    };
    // A proxy's share is the whole: it must not count as the client that holds most.
    const account = this.#isProxy(remoteAddress) ? `proxy ${order}` : accountOf(remoteAddress);
    try {
      const share = this.#budget.take(account, 1, yielding);
      this.#open.add(socket);
      socket.once("close", () => {
        this.#open.delete(socket);
        share.release();
      });
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      refuseConnection(socket, error);
    }
  };

  /** Closes connections that were never used: for Node, they are not idle, because it waits for their first request. */
  closeUnused(): void {
    for (const socket of this.#open) if (socket.bytesRead === 0) socket.destroy();
  }
}

/** The usual case needs no look at the address. */
function accountOf(address: string): string {
  return address.includes(":") ? toAccount(address) : address;
}

/** Whether no request of a connection is being answered. Node notes the response there. */
function isIdle(socket: Socket & { readonly _httpMessage?: unknown }): boolean {
  return !socket._httpMessage;
}
