import { hasPrototypeKey } from "../values/has-prototype-key.js";
import { isObject } from "../values/is-object.js";
import { jsonRpcError } from "./json-rpc-error.js";
import type { ErrorMessage, Message, Params, RequestId } from "./message.js";
import { requestIdOf } from "./request-id-of.js";

/** The content of a text: a message, the elements of a batch, or an error to answer with. */
export type ReadText = ReadMessage | { readonly batch: readonly unknown[] };

/** Reads what a client sent. It refuses the key `__proto__`. */
export function readText(text: string): ReadText {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { error: jsonRpcError("parse-error", "Parse error: this is not valid JSON in UTF-8.") };
  }
  if (hasPrototypeKey(json, text)) {
    const extras = { id: requestIdOf(json) };
    return { error: jsonRpcError("invalid-request", 'Invalid request: no key may be "__proto__".', extras) };
  }
  return Array.isArray(json) ? { batch: json } : readMessage(json);
}

/** The content of a JSON value: a JSON-RPC 2.0 message, or an error to answer with. */
export type ReadMessage = { readonly message: Message } | { readonly error: ErrorMessage };

/**
 * Reads a message tolerantly if its meaning is clear: it drops unknown members, and treats `params` or
 * `params.arguments` that are `null` as absent.
 */
export function readMessage(json: unknown): ReadMessage {
  const read = isObject(json) ? readMembers(json) : "a message must be an object.";
  if (typeof read === "object") return { message: read };
  const extras = { id: requestIdOf(json) };
  return { error: jsonRpcError("invalid-request", `Invalid request: ${read}`, extras) };
}

type Members = Readonly<Record<string, unknown>>;

/** Returns the message, or what is wrong with it. */
function readMembers(json: Members): Message | string {
  if (json.jsonrpc !== "2.0") return 'a message must have "jsonrpc": "2.0".';
  return "method" in json ? readCall(json) : readResponse(json);
}

function readCall({ method, id, params }: Members): Message | string {
  if (typeof method !== "string") return "method must be a string.";
  if (id !== undefined && !isId(id)) return "id must be a string or a whole number.";
  if (params !== undefined && params !== null && !isObject(params)) return "params must be an object.";
  const problem = isObject(params) ? findMetaProblem(params) : undefined;
  if (problem !== undefined) return problem;
  const call: { jsonrpc: "2.0"; id?: RequestId; method: string; params?: Params } = { jsonrpc: "2.0", method };
  if (id !== undefined) call.id = id;
  if (isObject(params)) call.params = withoutNullArguments(params);
  return call;
}

/** What is wrong with the `_meta` of params or a result. The SDK would drop the message without an answer. */
function findMetaProblem({ _meta: meta }: Members): string | undefined {
  if (meta === undefined) return undefined;
  if (!isObject(meta)) return "_meta must be an object.";
  const { progressToken: token, [RELATED_TASK]: task } = meta;
  if (token !== undefined && typeof token !== "string" && !Number.isSafeInteger(token)) {
    return "progressToken must be a string or a whole number.";
  }
  if (task === undefined || (isObject(task) && typeof task.taskId === "string")) return undefined;
  return `${RELATED_TASK} must have a taskId.`;
}

/** The task of 2025-11-25 that a message belongs to. */
const RELATED_TASK = "io.modelcontextprotocol/related-task";

function readResponse({ id, result, error }: Members): Message | string {
  if (!isId(id)) return "a message must have a method, or be a response and have the id of its request.";
  if (isObject(result) && error === undefined) {
    const problem = findMetaProblem(result);
    return problem ?? { jsonrpc: "2.0", id, result };
  }
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
