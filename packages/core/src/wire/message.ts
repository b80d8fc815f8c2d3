/** The id of a request. Its answer has the same id. */
export type RequestId = string | number;

/** A request from one side to the other. */
export interface RequestMessage {
  readonly jsonrpc: "2.0";
  readonly id: RequestId;
  readonly method: string;
  readonly params?: Params | undefined;
}

/** A message without an answer. */
export interface NotificationMessage {
  readonly jsonrpc: "2.0";
  readonly method: string;
  readonly params?: Params | undefined;
}

/** The result of a request. */
export interface ResultMessage {
  readonly jsonrpc: "2.0";
  readonly id: RequestId;
  readonly result: Params;
}

/** The error of a request. Without an `id`, it answers a message that could not be read. */
export interface ErrorMessage {
  readonly jsonrpc: "2.0";
  readonly id?: RequestId | undefined;
  readonly error: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export type ResponseMessage = ResultMessage | ErrorMessage;

/** A message of JSON-RPC 2.0. */
export type Message = RequestMessage | NotificationMessage | ResponseMessage;

/** The params or result of a message. `_meta` belongs to the protocol. */
export interface Params {
  readonly _meta?: { readonly [key: string]: unknown } | undefined;
  readonly [name: string]: unknown;
}
