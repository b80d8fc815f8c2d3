import { optionError, type Reporter } from "@plainmcp/core/internal/engine";
import { clientAddressBy, type TrustProxy, toAccount } from "./client-address.js";
import type { Asker } from "./counted-exchange.js";

/** How many requests must come through a proxy before the operator is told. */
const ENOUGH = 20;

/** Makes the function that finds by whose address a request counts behind proxies. */
export function addressBehind(trustProxy: TrustProxy): (asker: Asker) => string {
  const addressOf = clientAddressBy(trustProxy);
  return ({ peerAddress, request }) => {
    const address = addressOf(peerAddress, request.headers.get("x-forwarded-for"));
    return address === undefined ? "" : toAccount(address);
  };
}

/** Tells the operator if all requests come from one address, which says that it forwards them. */
export function watchForProxy(notice: Reporter["notice"], done: () => void): (asker: Asker) => void {
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
