import type { JSONRPCErrorResponse, JSONRPCMessage } from "@modelcontextprotocol/server";
import { ErrorCode, jsonRpcError, readJson, readMessage } from "@plainmcp/core/engine";

/** What a line turned out to be: a message to hand on, several in an array, an error to answer with, or nothing at all. */
export type DecodedLine =
  | { readonly message: JSONRPCMessage }
  | { readonly batch: readonly unknown[] }
  | { readonly error: JSONRPCErrorResponse }
  | undefined;

// `fatal` because bytes that are no UTF-8 would otherwise reach a tool as replacement characters.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads one line as a JSON-RPC message. Blank lines are `undefined`. */
export function decodeLine(line: Uint8Array): DecodedLine {
  let text: string;
  try {
    text = utf8.decode(line);
  } catch {
    return { error: jsonRpcError(ErrorCode.parseError, "Parse error: the line is not UTF-8.") };
  }
  if (text.trim() === "") return undefined;
  const read = readJson(text);
  if ("error" in read) return read;
  return Array.isArray(read.json) ? { batch: read.json } : readMessage(read.json);
}
