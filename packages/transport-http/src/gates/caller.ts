import type { Caller } from "@plainmcp/core";
import { type Awaitable, after } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";

/** Returns who makes a request. */
export type CallerOf = (request: Request) => Caller | undefined | Promise<Caller | undefined>;

/** How adapters, such as Node's, find the callers of their requests. */
const establishing = new WeakMap<Request, () => Caller | undefined | Promise<Caller | undefined>>();

/** Who makes a request, as an adapter knows it. */
export function establishedCallerOf(request: Request): Awaitable<Caller | undefined> {
  return establishing.get(request)?.();
}

/** Notes how to find who makes a request, for the gate to call. */
export function establishCaller(request: Request, callerOf: () => ReturnType<CallerOf>): void {
  establishing.set(request, callerOf);
}

/**
 * Establishes who makes a request: the adapter's answer if there is one, or else the option's.
 *
 * @throws TypeError when either returns what is not a caller: it must not count as an unknown one
 */
export function callerGate(callerOf: CallerOf | undefined): Gate {
  return (exchange) =>
    after(exchange.establishCaller(), (value) => {
      const established = toCaller(value);
      if (established !== undefined || callerOf === undefined) {
        exchange.caller = established;
        return undefined;
      }
      return after(callerOf(exchange.toRequest()), (caller) => {
        exchange.caller = toCaller(caller);
        return undefined;
      });
    });
}

function toCaller(value: Caller | undefined | null): Caller | undefined {
  if (value === undefined || value === null) return undefined;
  const { subject, issuer, clientId, scopes } = value;
  const problem =
    typeof subject !== "string" || subject === ""
      ? `"subject" must be a text that identifies the caller`
      : !isOptionalText(issuer) || !isOptionalText(clientId)
        ? `"issuer" and "clientId" must be texts, if they are set`
        : scopes !== undefined && !(Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string"))
          ? `"scopes" must be an array of texts, if it is set`
          : undefined;
  if (problem === undefined) return value;
  throw new TypeError(`The option caller returned a wrong caller: ${problem}. Return undefined if nobody is known.`);
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
