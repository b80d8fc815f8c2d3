import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { NodeStreamableHTTPServerTransport, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";

/**
 * Serves the SDK's servers as its guide does: modern requests by `createMcpHandler`, a session with a server of its own for
 * each legacy client.
 */
export function serveV2Http(createMcpServer) {
  const modern = toNodeHandler(createMcpHandler(createMcpServer, { legacy: "reject" }));
  const sessions = new Map();
  const http = createServer(async (req, res) => {
    if (req.headers["mcp-protocol-version"] === "2026-07-28") return modern(req, res);
    const known = sessions.get(req.headers["mcp-session-id"]);
    if (known !== undefined) return known.handleRequest(req, res);
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => sessions.set(id, transport),
      onsessionclosed: (id) => sessions.delete(id),
    });
    await createMcpServer().connect(transport);
    return transport.handleRequest(req, res);
  });
  return http.listen(Number(process.env.PORT), "127.0.0.1");
}
