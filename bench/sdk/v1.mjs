// The first SDK's McpServer with zod and sessions, as its README has it: over HTTP if PORT is set, otherwise over stdio.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { add, TOOLS } from "../bare/tools.mjs";
import { serveV1Http } from "./serve-v1-http.mjs";

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

if (process.env.PORT) serveV1Http(createServer);
else await createServer().connect(new StdioServerTransport());
