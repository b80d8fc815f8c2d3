import type { Reporter } from "@plainmcp/core/internal/engine";
import { type Budget, optionError, principalOf } from "@plainmcp/core/internal/engine";
import type { Exchange, Gate } from "../exchange.js";
import type { TrustProxy } from "../limits/client-address.js";
import { clientAddressBy, toAccount } from "../limits/client-address.js";
import type { Accounting } from "../limits/counted-exchange.js";
import type { Readers } from "../limits/readers.js";

/** How many requests must come through a proxy before the operator is told. */
const ENOUGH = 20;
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
  const addressOf = trustProxy === undefined ? byPeer() : byProxy(trustProxy);
  const accounting: Accounting = {
    bodies,
    accountOf: (exchange) =>
      exchange.caller === undefined ? addressOf(exchange) : `caller ${JSON.stringify(principalOf(exchange.caller))}`,
  };
  let watch =
    trustProxy === undefined
      ? watchForProxy(notice, () => {
          watch = undefined;
        })
      : undefined;
  return (exchange) => {
    watch?.(exchange);
    exchange.accounting = accounting;
    readers.admit(exchange);
    // The gate `body` weighs the others.
    if (exchange.request.method !== "POST") exchange.admit(0);
    return undefined;
  };
}

function byProxy(trustProxy: TrustProxy): (exchange: Exchange) => string {
  const addressOf = clientAddressBy(trustProxy);
  return ({ peerAddress, request }) => {
    const address = addressOf(peerAddress, request.headers.get("x-forwarded-for"));
    return address === undefined ? "" : toAccount(address);
  };
}

function byPeer(): (exchange: Exchange) => string {
  const known = new Map<string, string>();
  return ({ peerAddress }) => {
    if (peerAddress === undefined) return "";
    let account = known.get(peerAddress);
    if (account === undefined) {
      account = toAccount(peerAddress);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(peerAddress, account);
    }
    return account;
  };
}

/** Tells the operator if all requests come from one address, which says that it forwards them. */
function watchForProxy(notice: Reporter["notice"], done: () => void): (exchange: Exchange) => void {
  let seen = 0;
  let proxy: string | undefined;
  return ({ peerAddress, request }) => {
    proxy ??= peerAddress;
    seen++;
    if (peerAddress === undefined || peerAddress !== proxy || request.headers.get("x-forwarded-for") === null) done();
    else if (seen === ENOUGH) {
      done();
      notice(optionError("trustProxy", (name) => behindProxy(peerAddress, name), Error));
    }
  };
}

function behindProxy(address: string, name: string): string {
  return (
    `All requests come from ${address} with the header X-Forwarded-For, so this server is behind a proxy and takes all clients ` +
    `for one, which then share its limits. Set ${name} to the number of proxies, such as 1, or to their addresses.`
  );
}
