import { type JSONRPCErrorResponse, type JSONRPCMessage, parseJSONRPCMessage } from "@modelcontextprotocol/server";
import { INVALID_REQUEST, jsonRpcError, PARSE_ERROR } from "./json-rpc-error.js";

/** What a line turned out to be: a message to hand on, an error to answer with, or nothing at all. */
export type DecodedLine = { readonly message: JSONRPCMessage } | { readonly error: JSONRPCErrorResponse } | undefined;

// `fatal` because bytes that are no UTF-8 would otherwise reach a tool as replacement characters.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads one line as a JSON-RPC message. Blank lines are `undefined`. */
export function decodeLine(line: Uint8Array): DecodedLine {
  let value: unknown;
  try {
    const text = utf8.decode(line);
    if (text.trim() === "") return undefined;
    value = JSON.parse(text);
  } catch {
    return { error: jsonRpcError(PARSE_ERROR, "Parse error: the line is not valid JSON in UTF-8.") };
  }
  try {
    return { message: parseJSONRPCMessage(value) };
  } catch {
    return { error: jsonRpcError(INVALID_REQUEST, "Invalid request: not a JSON-RPC 2.0 message.", requestIdOf(value)) };
  }
}

// Only what looks like a request is answered by its id: the id of a malformed response is one of ours.
function requestIdOf(value: unknown): string | number | undefined {
  if (typeof value !== "object" || value === null || !("method" in value) || !("id" in value)) return undefined;
  const { id, method } = value;
  if (typeof method !== "string") return undefined;
  return typeof id === "string" || Number.isInteger(id) ? (id as string | number) : undefined;
}
