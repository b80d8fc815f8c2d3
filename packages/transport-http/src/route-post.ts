import { classifyInboundRequest } from "@modelcontextprotocol/server";
import { requestIdOf } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";

/** Tells who answers a POST: by its body, never by what came before it. A response means nobody does. */
export function routePost({ headers }: Request, body: unknown): "legacy" | "call" | "subscription" | Response {
  // Whoever answers legacy clients knows whether this one may send batches.
  if (Array.isArray(body)) return "legacy";
  const protocolVersionHeader = headers.get("mcp-protocol-version");
  const mcpMethodHeader = headers.get("mcp-method");
  const mcpNameHeader = headers.get("mcp-name");
  const route = classifyInboundRequest({
    httpMethod: "POST",
    body,
    ...(protocolVersionHeader !== null && { protocolVersionHeader }),
    ...(mcpMethodHeader !== null && { mcpMethodHeader }),
    ...(mcpNameHeader !== null && { mcpNameHeader }),
  });
  if (route.kind === "legacy") return "legacy";
  if (route.kind === "modern") return route.message.method === "subscriptions/listen" ? "subscription" : "call";
  return errorResponse(route.httpStatus, route.code, route.message, { id: requestIdOf(body), data: route.data });
}
