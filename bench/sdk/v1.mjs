// The first SDK's McpServer with zod and sessions, as its README has it: over HTTP if PORT is set, otherwise over stdio.
import { randomUUID } from "node:crypto";
import { createMcpExpressApp } from "@modelcontextprotocol/sdk/server/express.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";
import { add, TOOLS } from "../bare/tools.mjs";

function createServer() {
  const server = new McpServer({ name: "sdk-v1", version: "1.0.0" });
  for (const { name, description } of TOOLS) {
    server.registerTool(
      name,
      {
        description,
        inputSchema: { a: z.number().describe("The first number"), b: z.number().describe("The second number") },
        outputSchema: { sum: z.number() },
      },
      (args) => {
        const structuredContent = add(args);
        return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
      },
    );
  }
  return server;
}

if (process.env.PORT) serveHttp();
else await createServer().connect(new StdioServerTransport());

function serveHttp() {
  const sessions = new Map();
  const app = createMcpExpressApp();
  app.post("/mcp", async (req, res) => {
    const known = sessions.get(req.headers["mcp-session-id"]);
    if (known !== undefined) return known.handleRequest(req, res, req.body);
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => sessions.set(id, transport),
    });
    await createServer().connect(transport);
    return transport.handleRequest(req, res, req.body);
  });
  app.listen(Number(process.env.PORT), "127.0.0.1");
}
