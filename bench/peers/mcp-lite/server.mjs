// As in the README of mcp-lite, with sessions: over HTTP.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { InMemorySessionAdapter, McpServer, StreamableHttpTransport } from "mcp-lite";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

const server = new McpServer({ name: "mcp-lite", version: "1.0.0", schemaAdapter: (schema) => z.toJSONSchema(schema) });
for (const { name, description } of TOOLS) {
  server.tool(name, {
    description,
    inputSchema: z.object({ a: z.number().describe("The first number"), b: z.number().describe("The second number") }),
    outputSchema: z.object({ sum: z.number() }),
    handler: (args) => {
      const structuredContent = add(args);
      return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
    },
  });
}

const transport = new StreamableHttpTransport({
  sessionAdapter: new InMemorySessionAdapter({ maxEventBufferSize: 1024 }),
});
const handle = transport.bind(server);
const app = new Hono();
app.all("/mcp", (context) => handle(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "127.0.0.1" });
