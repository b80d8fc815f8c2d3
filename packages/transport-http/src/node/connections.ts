import type { Socket } from "node:net";
import { Budget, type BudgetOptions, LimitError } from "@plainmcp/core/internal/engine";
import { toAccount } from "../limits/client-address.js";

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
    const account = this.#isProxy(remoteAddress) ? `proxy ${order}` : toAccount(remoteAddress);
    try {
      const share = this.#budget.take(account, 1, yielding);
      this.#open.add(socket);
      socket.once("close", () => {
        this.#open.delete(socket);
        share.release();
      });
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      refuse(socket, error);
    }
  };

  /** Closes connections that were never used: for Node, they are not idle, because it waits for their first request. */
  closeUnused(): void {
    for (const socket of this.#open) if (socket.bytesRead === 0) socket.destroy();
  }
}

/** Whether no request of a connection is being answered. Node notes the response there. */
function isIdle(socket: Socket & { readonly _httpMessage?: unknown }): boolean {
  return !socket._httpMessage;
}

/** Answers before any request, as servers do that are full. */
function refuse(socket: Socket, { message }: LimitError): void {
  const body = JSON.stringify({ jsonrpc: "2.0", error: { code: -32603, message } });
  const head = [
    "HTTP/1.1 503 Service Unavailable",
    "content-type: application/json",
    "retry-after: 30",
    "connection: close",
  ];
  socket.on("error", () => undefined);
  socket.end(`${head.join("\r\n")}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}
