import { classifyInboundRequest } from "@modelcontextprotocol/server";
import { MODERN_REVISION, requestIdOf } from "@plainmcp/core/internal/engine";
import type { Exchange } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import type { Route } from "../route-message.js";
import type { PlainAnswer } from "../stream/answer.js";

/**
 * Decides which endpoint answers a POST, from this request alone and not from earlier ones. A response refuses the POST. A
 * subscription with incomplete headers is routed as a call, because the SDK then reports what is missing.
 */
export function routeBySdk({ request: { headers }, body }: Exchange): Route | PlainAnswer {
  if (body === undefined || Array.isArray(body)) return "legacy";
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
  if (route.kind === "modern") {
    const isComplete = protocolVersionHeader !== null && mcpMethodHeader !== null;
    const isSubscription = route.messageKind === "request" && route.message.method === "subscriptions/listen";
    return isSubscription && isComplete && route.classification.revision === MODERN_REVISION ? "subscription" : "call";
  }
  return errorResponse(route.httpStatus, route.code, route.message, { id: requestIdOf(body), data: route.data });
}
