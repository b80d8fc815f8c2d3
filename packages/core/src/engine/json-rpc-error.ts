import type { JSONRPCErrorResponse, RequestId } from "@modelcontextprotocol/server";

/** The error codes that transports answer with themselves. */
export const ErrorCode = {
  /** The text is not JSON. */
  parseError: -32700,
  /** The JSON is not a message, or not one that is taken here. */
  invalidRequest: -32600,
  /** The message is understood, its parameters are not. */
  invalidParams: -32602,
  /** Our fault; the client learns no more. */
  internalError: -32603,
  /** A header is missing, or says something else than the body. */
  headerMismatch: -32020,
  /** What both official SDKs answer for a session they do not know. */
  sessionNotFound: -32001,
  /** The connection ended before the answer came. */
  connectionClosed: -32000,
} as const;

/** What an error response may carry beside its code and message. */
export interface ErrorExtras {
  /** Id of the request that failed, if it is known. */
  readonly id?: RequestId | undefined;
  readonly data?: unknown;
}

/**
 * An error response. Without an `id` it has none: `null` is valid in no revision's schema, an absent one since 2025-11-25.
 */
export function jsonRpcError(code: number, message: string, { id, data }: ErrorExtras = {}): JSONRPCErrorResponse {
  const error = { code, message, ...(data !== undefined && { data }) };
  return { jsonrpc: "2.0", ...(id !== undefined && { id }), error };
}
