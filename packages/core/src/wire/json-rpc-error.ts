import { errorCodeOf, type FaultKind } from "../revisions/error-codes.js";
import type { ErrorMessage, RequestId } from "./message.js";

/** What an error response may carry beside its code and message. */
export interface ErrorExtras {
  /** Id of the request that failed, if it is known. */
  readonly id?: RequestId | undefined;
  readonly data?: unknown;
}

/**
 * An error response. Without an `id` it has none: `null` is valid in no revision's schema, an absent one since 2025-11-25.
 *
 * @param fault Why, or the code itself
 */
export function jsonRpcError(fault: FaultKind | number, message: string, { id, data }: ErrorExtras = {}): ErrorMessage {
  const code = typeof fault === "number" ? fault : errorCodeOf(fault);
  const error = { code, message, ...(data !== undefined && { data }) };
  return { jsonrpc: "2.0", ...(id !== undefined && { id }), error };
}
