import type { Caller } from "@plainmcp/core";
import type { Gate } from "../exchange.js";

/** Says who makes a request. */
export type CallerOf = (request: Request) => Caller | undefined | Promise<Caller | undefined>;

/** Callers that an adapter has established before it made the request. */
const established = new WeakMap<Request, Caller>();

/** Takes note of who makes a request, for the gate to find. */
export function establishCaller(request: Request, caller: Caller): void {
  established.set(request, caller);
}

/** Establishes who calls: what an adapter says, else what the option says. */
export function callerGate(callerOf: CallerOf | undefined): Gate {
  return async (exchange) => {
    const { request } = exchange;
    exchange.caller = established.get(request) ?? (await callerOf?.(request));
    return undefined;
  };
}
