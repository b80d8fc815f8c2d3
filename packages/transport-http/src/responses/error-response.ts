import { type ErrorExtras, type FaultKind, jsonRpcError } from "@plainmcp/core/internal/engine";
import { PlainAnswer } from "../stream/answer.js";

/** Optional parts of an error response. */
export interface ErrorResponseExtras extends ErrorExtras {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A JSON-RPC error as an HTTP response.
 *
 * @param fault The kind of error, which determines its code, or the code itself
 */
export function errorResponse(
  status: number,
  fault: FaultKind | number,
  message: string,
  { headers = {}, ...extras }: ErrorResponseExtras = {},
): PlainAnswer {
  return PlainAnswer.json(jsonRpcError(fault, message, extras), status, headers);
}
