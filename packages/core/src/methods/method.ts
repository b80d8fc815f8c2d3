import type { ClientRequest } from "../call/client-request.js";
import type { Awaitable } from "../promises/awaitable.js";

/** One method of the protocol: the check of its params, and its answer. */
export interface Method {
  /** @throws FaultError when the params are invalid */
  readonly check: (params: unknown) => Awaitable<void>;
  /**
   * @returns the result in the form of the newest revision
   * @throws FaultError when the request fails
   */
  answer(params: Params, request: ClientRequest): Awaitable<object>;
}

/** Params that have been checked. */
// biome-ignore lint/suspicious/noExplicitAny: each method knows the params that its check lets pass
export type Params = any;

/** The methods of a server by name. */
export type Methods = Readonly<Record<string, Method>>;
