import type { OutgoingRequest } from "./outgoing-request.js";

/**
 * Sends a request once and returns the response, without following redirects. It rejects with the reason of the signal,
 * with a `PrivateAddressError`, or with whatever made it fail.
 */
export type Send = (request: OutgoingRequest, options: SendOptions) => Promise<Response>;

/** What applies to one request. */
export interface SendOptions {
  /** Ends the request, also while the body of the response is being read. */
  readonly signal: AbortSignal;
  /** Whether to refuse addresses that are not public. */
  readonly isGuarded: boolean;
}
