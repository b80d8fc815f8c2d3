import { DEFAULT_NEGOTIATED_PROTOCOL_VERSION, type McpHttpHandler } from "@modelcontextprotocol/server";
import type { Body } from "../parse-body.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { withRequestId } from "../with-request-id.js";
import type { CreateServer, LegacySessions } from "./legacy-sessions.js";
import { LegacyTransport } from "./legacy-transport.js";
import { readPost } from "./read-post.js";

/** Answers a request of a legacy client; `body` is the one of a POST. */
export type LegacyAnswer = (request: Request, body: Body | undefined) => Promise<Response>;

/** Answers legacy clients from their sessions. */
export function fromSessions(sessions: LegacySessions): LegacyAnswer {
  return (request, body) => sessions.handle(request, body);
}

/**
 * Answers each request of legacy clients by itself.
 *
 * @param open Is kept: the transports whose requests have no answer yet
 */
export function withoutSessions(
  createServer: CreateServer,
  keepAlive: KeepAlive,
  open: Set<LegacyTransport>,
): LegacyAnswer {
  return async (request, body) => {
    const revision = request.headers.get("mcp-protocol-version") ?? DEFAULT_NEGOTIATED_PROTOCOL_VERSION;
    const post = readPost(body as Body, revision);
    if (post instanceof Response) return post;
    const transport = new LegacyTransport({ keepAlive, revision });
    const server = createServer({ era: "legacy", requestInfo: request }, transport.ledger);
    await server.connect(transport);
    open.add(transport);
    try {
      return await transport.receive(request, post);
    } finally {
      void transport.ledger.whenSettled().then(() => {
        open.delete(transport);
        return server.close();
      });
    }
  };
}

/** Refuses legacy clients, and tells them what is spoken here. */
export function refusingLegacy(modern: McpHttpHandler): LegacyAnswer {
  return async (request, body) => withRequestId(await modern.fetch(request, { parsedBody: body }), body);
}
