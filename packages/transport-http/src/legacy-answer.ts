import { DEFAULT_NEGOTIATED_PROTOCOL_VERSION, type McpHttpHandler } from "@modelcontextprotocol/server";
import { exchangeBatch } from "./exchange-batch.js";
import type { LegacySessions } from "./legacy-sessions.js";
import { withRequestId } from "./with-request-id.js";

/** Answers a request of a legacy client; `body` is the parsed one of a POST. */
export type LegacyAnswer = (request: Request, body: unknown) => Promise<Response>;

/** Answers legacy clients from their sessions. */
export function fromSessions(sessions: LegacySessions): LegacyAnswer {
  return (request, body) => sessions.handle(request, body);
}

/** Answers each request of legacy clients by itself, with a handler of the SDK's. */
export function withoutSessions(handler: McpHttpHandler): LegacyAnswer {
  return (request, body) => {
    const exchange = async (parsedBody: unknown): Promise<Response> =>
      withRequestId(await handler.fetch(request, { parsedBody }), body);
    if (!Array.isArray(body)) return exchange(body);
    const revision = request.headers.get("mcp-protocol-version") ?? DEFAULT_NEGOTIATED_PROTOCOL_VERSION;
    return exchangeBatch(body, revision, exchange);
  };
}

/** Refuses legacy clients, and tells them what is spoken here. */
export function refusingLegacy(modern: McpHttpHandler): LegacyAnswer {
  return async (request, body) => withRequestId(await modern.fetch(request, { parsedBody: body }), body);
}
