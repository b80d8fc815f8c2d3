/** Id of a request: what its answer is found by. */
export type RequestId = string | number;

/** Something that one side asks of the other. */
export interface RequestMessage {
  readonly jsonrpc: "2.0";
  readonly id: RequestId;
  readonly method: string;
  readonly params?: Params | undefined;
}

/** Something that one side tells the other, without an answer. */
export interface NotificationMessage {
  readonly jsonrpc: "2.0";
  readonly method: string;
  readonly params?: Params | undefined;
}

/** What a request came to. */
export interface ResultMessage {
  readonly jsonrpc: "2.0";
  readonly id: RequestId;
  readonly result: Params;
}

/** Why a request came to nothing. Without an `id` it answers nothing that could be read. */
export interface ErrorMessage {
  readonly jsonrpc: "2.0";
  readonly id?: RequestId | undefined;
  readonly error: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export type ResponseMessage = ResultMessage | ErrorMessage;

/** A message of JSON-RPC 2.0. */
export type Message = RequestMessage | NotificationMessage | ResponseMessage;

/** The members of a message's content, of which `_meta` belongs to the protocol. */
export interface Params {
  readonly _meta?: { readonly [key: string]: unknown } | undefined;
  readonly [name: string]: unknown;
}
