import { type Budget, principalOf, type Reporter } from "@plainmcp/core/internal/engine";
import type { Exchange, Gate } from "../exchange.js";
import { type TrustProxy, toAccount } from "../limits/client-address.js";
import type { Accounting, Asker } from "../limits/counted-exchange.js";
import { addressBehind, watchForProxy } from "../limits/proxies.js";
import type { Readers } from "../limits/readers.js";

/** The most addresses that are remembered. */
const MAX_KNOWN = 10_000;

/** Options of `accountingGate`. */
export interface AccountingOptions {
  /** What all requests may take. */
  readonly bodies: Budget;
  /** What waits for all of them. */
  readonly readers: Readers;
  readonly trustProxy: TrustProxy | undefined;
  readonly notice: Reporter["notice"];
}

/** Begins to count what a request takes: for its caller, or else for its client's address. */
export function accountingGate({ bodies, readers, trustProxy, notice }: AccountingOptions): Gate {
  const addressOf = trustProxy === undefined ? byPeer() : addressBehind(trustProxy);
  const accounting: Accounting = {
    bodies,
    accountOf: (exchange) =>
      exchange.caller === undefined ? addressOf(exchange) : `caller ${JSON.stringify(principalOf(exchange.caller))}`,
  };
  let watch = trustProxy === undefined ? firstLook : undefined;
  /** Most servers are not behind a proxy, which their first request shows. */
  function firstLook(exchange: Exchange): void {
    if (exchange.request.headers.get("x-forwarded-for") === null) watch = undefined;
    else {
      watch = watchForProxy(notice, () => {
        watch = undefined;
      });
      watch(exchange);
    }
  }
  return (exchange) => {
    watch?.(exchange);
    exchange.accounting = accounting;
    readers.admit(exchange);
    // The gate `body` weighs the others.
    if (exchange.request.method !== "POST") exchange.admit(0);
    return undefined;
  };
}

function byPeer(): (asker: Asker) => string {
  const known = new Map<string, string>();
  return ({ peerAddress }) => {
    if (peerAddress === undefined) return "";
    // The usual case.
    if (!peerAddress.includes(":")) return peerAddress;
    let account = known.get(peerAddress);
    if (account === undefined) {
      account = toAccount(peerAddress);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(peerAddress, account);
    }
    return account;
  };
}
