import type { RequestId } from "@modelcontextprotocol/server";

/** The body is not JSON. */
export const PARSE_ERROR = -32700;
/** The request is not one this endpoint takes. */
export const INVALID_REQUEST = -32600;
/** The message is understood, its parameters are not. */
export const INVALID_PARAMS = -32602;
/** Our fault; the client learns no more. */
export const INTERNAL_ERROR = -32603;
/** What both official SDKs answer for a session they do not know. */
export const SESSION_NOT_FOUND = -32001;

/** What an error response may carry beside its code and message. */
export interface JsonRpcErrorExtras {
  readonly id?: RequestId | undefined;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A JSON-RPC error as an HTTP response. Without an `id` it has none: `null` is valid in no revision's schema, an absent
 * one since 2025-11-25.
 */
export function jsonRpcError(status: number, code: number, message: string, extras: JsonRpcErrorExtras = {}): Response {
  const { id, data, headers = {} } = extras;
  const error = { code, message, ...(data !== undefined && { data }) };
  return Response.json({ jsonrpc: "2.0", ...(id !== undefined && { id }), error }, { status, headers });
}
