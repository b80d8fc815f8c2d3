import type { Caller } from "@plainmcp/core";
import type { Gate } from "../exchange.js";

/** Returns who makes a request. */
export type CallerOf = (request: Request) => Caller | undefined | Promise<Caller | undefined>;

/** Callers that an adapter, such as Node's, has established. */
const established = new WeakMap<Request, Caller>();

/** Records who makes a request, for the gate to find. */
export function establishCaller(request: Request, caller: Caller): void {
  established.set(request, caller);
}

/** Establishes who makes a request: the adapter's answer if there is one, or else the option's. */
export function callerGate(callerOf: CallerOf | undefined): Gate {
  return async (exchange) => {
    const { request } = exchange;
    exchange.caller = established.get(request) ?? (await callerOf?.(request));
    return undefined;
  };
}
