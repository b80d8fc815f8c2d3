import { isRequest, MODERN_REVISION, type Params, type RequestMessage } from "@plainmcp/core/internal/engine";
import { claimsModern, readEnvelope } from "@plainmcp/core/internal/lane";
import type { Body, Exchange } from "./exchange.js";

/** What answers a POST: `call` every request of a modern client but subscriptions. */
export type Route = "legacy" | "call" | "subscription";

/**
 * Decides what answers a POST, from this request alone and not from earlier ones. Returns `undefined` if the
 * request is unusual, so that the SDK has to decide.
 *
 * @returns `lane` for what may be an ordinary request of a modern client
 */
export function routeMessage({ request, body }: Exchange): Exclude<Route, "call"> | "lane" | undefined {
  // The legacy endpoint knows whether this client may send batches.
  if (body === undefined || isBatch(body)) return "legacy";
  if ("id" in body && !isPlainId(body.id)) return undefined;
  const revision = request.headers.get("mcp-protocol-version");
  if (!("method" in body && claimsModern(body.params))) {
    return revision === null || revision < MODERN_REVISION ? "legacy" : undefined;
  }
  if (!isRequest(body) || revision !== MODERN_REVISION || !areHeadersRight(request.headers, body)) return undefined;
  if (body.method !== "subscriptions/listen") return "lane";
  return readEnvelope(body.params) === undefined ? undefined : "subscription";
}

/** The member of the params that the header `Mcp-Name` repeats, by method. */
const NAMED: Readonly<Record<string, string>> = {
  "tools/call": "name",
  "prompts/get": "name",
  "resources/read": "uri",
  "tasks/get": "taskId",
  "tasks/update": "taskId",
  "tasks/cancel": "taskId",
};

/** Whether the headers repeat the body, in plain text. */
function areHeadersRight(headers: Exchange["request"]["headers"], { method, params }: RequestMessage): boolean {
  if (headers.get("mcp-method") !== method) return false;
  const named = Object.hasOwn(NAMED, method) ? NAMED[method] : undefined;
  if (named === undefined) return true;
  const name = (params as Params)[named];
  return typeof name === "string" && headers.get("mcp-name") === name && !name.startsWith("=?");
}

/** Whether an id is one that the SDK knows. */
function isPlainId(id: unknown): boolean {
  return typeof id === "string" || Number.isSafeInteger(id);
}

function isBatch(body: Body): body is readonly unknown[] {
  return Array.isArray(body);
}
