import { errorCodeOf, type FaultKind } from "../revisions/error-codes.js";
import type { ErrorMessage, RequestId } from "./message.js";

/** The optional members of an error response. */
export interface ErrorExtras {
  /** The id of the failed request, if known. */
  readonly id?: RequestId | undefined;
  readonly data?: unknown;
}

/**
 * Makes an error response. If `id` is unknown, the response has none: no revision's schema allows `null`, and
 * 2025-11-25 and later allow it to be absent.
 *
 * @param fault The fault, or the code itself
 */
export function jsonRpcError(fault: FaultKind | number, message: string, { id, data }: ErrorExtras = {}): ErrorMessage {
  const code = typeof fault === "number" ? fault : errorCodeOf(fault);
  const error = { code, message, ...(data !== undefined && { data }) };
  return { jsonrpc: "2.0", ...(id !== undefined && { id }), error };
}
