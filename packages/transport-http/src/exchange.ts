import type { Caller, Message } from "@plainmcp/core/internal/engine";

/** One HTTP request on its way to its answer. */
export interface Exchange {
  readonly request: Request;
  /** Path of the request's URL. */
  readonly pathname: string;
  /** Has the runtime wait for work that goes on when the answer is out, where it would not do so by itself. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Who calls, once the gate `caller` has established it. */
  caller: Caller | undefined;
  /** What the client sent, once the gate `body` has read it: absent unless it is a POST. */
  body: Body | undefined;
}

/** The body of a POST: a message, or the elements of a batch, each of which may be anything. */
export type Body = Message | readonly unknown[];

/** One check before a message is answered. A response ends the exchange. */
export type Gate = (exchange: Exchange) => Response | undefined | Promise<Response | undefined>;

/** Lets an exchange through the gates, one after another. Returns the response of the first that ends it. */
export async function passGates(gates: readonly Gate[], exchange: Exchange): Promise<Response | undefined> {
  for (const gate of gates) {
    const response = await gate(exchange);
    if (response !== undefined) return response;
  }
  return undefined;
}
