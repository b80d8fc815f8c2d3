import type { JSONRPCErrorResponse, RequestId } from "@modelcontextprotocol/server";

/** The text is not JSON. */
export const PARSE_ERROR = -32700;
/** The JSON is not a JSON-RPC message. */
export const INVALID_REQUEST = -32600;
/** The connection ended before the answer came. */
export const CONNECTION_CLOSED = -32000;

/**
 * An error response. Without an `id` it has none: `null` is valid in no revision's schema, an absent one since 2025-11-25.
 */
export function jsonRpcError(code: number, message: string, id?: RequestId): JSONRPCErrorResponse {
  return { jsonrpc: "2.0", ...(id !== undefined && { id }), error: { code, message } };
}
