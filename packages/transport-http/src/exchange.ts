import type { Caller, Message } from "@plainmcp/core/internal/engine";

/** One HTTP request on its way to its answer. */
export interface Exchange {
  readonly request: Request;
  /** Path of the request's URL. */
  readonly pathname: string;
  /** Makes the runtime wait for work that continues after the response, for runtimes that would otherwise stop it. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Who makes the request, once the gate `caller` has established it. */
  caller: Caller | undefined;
  /** What the client sent, once the gate `body` has read it. Only a POST has one. */
  body: Body | undefined;
}

/** The body of a POST: a message, or the elements of a batch, which are not checked yet. */
export type Body = Message | readonly unknown[];

/** One check before a message is answered. If it returns a response, the exchange ends with it. */
export type Gate = (exchange: Exchange) => Response | undefined | Promise<Response | undefined>;

/** Passes an exchange through the gates in order. Returns the response of the first gate that ends it. */
export async function passGates(gates: readonly Gate[], exchange: Exchange): Promise<Response | undefined> {
  for (const gate of gates) {
    const response = await gate(exchange);
    if (response !== undefined) return response;
  }
  return undefined;
}
