import type { JSONRPCErrorResponse } from "@modelcontextprotocol/server";
import { ErrorCode, jsonRpcError } from "./json-rpc-error.js";
import { requestIdOf } from "./request-id-of.js";

/** What a text turned out to be: JSON, or something to answer with an error. */
export type ReadJson = { readonly json: unknown } | { readonly error: JSONRPCErrorResponse };

/**
 * Reads what a client sent. The key `__proto__` is refused here, because further on some code would set a prototype by
 * it and some would drop it in silence.
 */
export function readJson(text: string): ReadJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { error: jsonRpcError(ErrorCode.parseError, "Parse error: this is not valid JSON in UTF-8.") };
  }
  if (SUSPICIOUS.test(text) && hasPrototypeKey(json)) {
    const extras = { id: requestIdOf(json) };
    return { error: jsonRpcError(ErrorCode.invalidRequest, 'Invalid request: no key may be "__proto__".', extras) };
  }
  return { json };
}

// The walk is for the few texts that could hold the key, spelt out or with an escape of an underscore or a letter.
const SUSPICIOUS = /__proto__|\\u00(?:5f|6f|7)/i;

/** Not by recursion: the depth is the client's choice. */
function hasPrototypeKey(json: unknown): boolean {
  const open: unknown[] = [json];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return true;
    for (const member of Object.values(value)) open.push(member);
  }
  return false;
}
