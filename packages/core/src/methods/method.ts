import type { ClientRequest } from "../call/client-request.js";

/** One method of the protocol: what its params have to be, and what answers it. */
export interface Method {
  /** @throws FaultError that says what is wrong with the params */
  readonly check: (params: unknown) => Promise<void> | void;
  /**
   * @returns the result, as the newest revision writes it
   * @throws FaultError when there is none
   */
  answer(params: Params, request: ClientRequest): Promise<object>;
}

/** Params that have been checked. */
// biome-ignore lint/suspicious/noExplicitAny: each method knows the params that its check lets pass
export type Params = any;

/** The methods of a server by name. */
export type Methods = Readonly<Record<string, Method>>;
