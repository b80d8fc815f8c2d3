import { type ErrorExtras, jsonRpcError } from "@plainmcp/core/engine";

/** What an error response may carry beside its code and message. */
export interface ErrorResponseExtras extends ErrorExtras {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON-RPC error as an HTTP response. */
export function errorResponse(
  status: number,
  code: number,
  message: string,
  { headers = {}, ...extras }: ErrorResponseExtras = {},
): Response {
  return Response.json(jsonRpcError(code, message, extras), { status, headers });
}
