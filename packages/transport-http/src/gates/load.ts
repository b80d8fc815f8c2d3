import type { Budget } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { RequestLoad } from "../limits/request-load.js";

/** Begins to count what a request takes of the server's memory. */
export function loadGate(bodies: Budget): Gate {
  return (exchange) => {
    exchange.load = new RequestLoad(bodies, exchange.account);
    // The gate `body` weighs the others.
    if (exchange.request.method !== "POST") exchange.load.admit(0);
    return undefined;
  };
}
