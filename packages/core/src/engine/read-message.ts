import type { JSONRPCErrorResponse, JSONRPCMessage } from "@modelcontextprotocol/server";
import { isObject } from "../validation/is-object.js";
import { ErrorCode, jsonRpcError } from "./json-rpc-error.js";
import { requestIdOf } from "./request-id-of.js";

/** What a JSON value turned out to be: a message of JSON-RPC 2.0, or something to answer with an error. */
export type ReadMessage = { readonly message: JSONRPCMessage } | { readonly error: JSONRPCErrorResponse };

/**
 * Reads a message as tolerantly as its meaning is clear: members that JSON-RPC does not know are left out, and `null` in
 * the place of `params` or `params.arguments` means that they are absent.
 */
export function readMessage(json: unknown): ReadMessage {
  const read = isObject(json) ? readMembers(json) : "a message must be an object.";
  if (typeof read === "object") return { message: read };
  const extras = { id: requestIdOf(json) };
  return { error: jsonRpcError(ErrorCode.invalidRequest, `Invalid request: ${read}`, extras) };
}

type Members = Readonly<Record<string, unknown>>;

/** The message, or what is wrong with it. */
function readMembers(json: Members): JSONRPCMessage | string {
  if (json.jsonrpc !== "2.0") return 'a message must have "jsonrpc": "2.0".';
  return "method" in json ? readCall(json) : readResponse(json);
}

function readCall({ method, id, params }: Members): JSONRPCMessage | string {
  if (typeof method !== "string") return "method must be a string.";
  if (id !== undefined && !isId(id)) return "id must be a string or a whole number.";
  if (params !== undefined && params !== null && !isObject(params)) return "params must be an object.";
  return {
    jsonrpc: "2.0",
    ...(id !== undefined && { id }),
    method,
    ...(isObject(params) && { params: withoutNullArguments(params) }),
  };
}

function readResponse({ id, result, error }: Members): JSONRPCMessage | string {
  if (!isId(id)) return "a message must have a method, or be a response and have the id of its request.";
  if (isObject(result) && error === undefined) return { jsonrpc: "2.0", id, result };
  if (isObject(error) && result === undefined && Number.isInteger(error.code) && typeof error.message === "string") {
    const { code, message, data } = error as { code: number; message: string; data?: unknown };
    return { jsonrpc: "2.0", id, error: { code, message, ...(data !== undefined && { data }) } };
  }
  return "a response must have a result that is an object, or an error with a code and a message.";
}

function isId(id: unknown): id is string | number {
  return typeof id === "string" || Number.isInteger(id);
}

function withoutNullArguments(params: Members): Record<string, unknown> {
  if (params.arguments !== null) return params;
  const { arguments: _absent, ...rest } = params;
  return rest;
}
