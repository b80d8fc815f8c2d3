import { randomUUID } from "node:crypto";
import { createMcpExpressApp } from "@modelcontextprotocol/sdk/server/express.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

/** Serves the first SDK's servers with Express, as its examples do: a session with a server of its own for each client. */
export function serveV1Http(createMcpServer) {
  const sessions = new Map();
  const app = createMcpExpressApp();
  app.all("/mcp", async (req, res) => {
    const known = sessions.get(req.headers["mcp-session-id"]);
    if (known !== undefined) return known.handleRequest(req, res, req.body);
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => sessions.set(id, transport),
      onsessionclosed: (id) => sessions.delete(id),
    });
    await createMcpServer().connect(transport);
    return transport.handleRequest(req, res, req.body);
  });
  app.listen(Number(process.env.PORT), "127.0.0.1");
}
