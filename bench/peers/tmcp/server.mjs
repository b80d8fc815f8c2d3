// As in the READMEs of tmcp and its transports: over HTTP if PORT is set, otherwise over stdio.
import { createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { ZodJsonSchemaAdapter } from "@tmcp/adapter-zod";
import { HttpTransport } from "@tmcp/transport-http";
import { StdioTransport } from "@tmcp/transport-stdio";
import { McpServer } from "tmcp";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

const server = new McpServer(
  { name: "tmcp", version: "1.0.0", description: "Adds numbers." },
  { adapter: new ZodJsonSchemaAdapter(), capabilities: { tools: {} } },
);
for (const { name, description } of TOOLS) {
  server.tool(
    {
      name,
      description,
      schema: z.object({ a: z.number().describe("The first number"), b: z.number().describe("The second number") }),
      outputSchema: z.object({ sum: z.number() }),
    },
    async (args) => {
      const structuredContent = add(args);
      return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
    },
  );
}

const port = Number(process.env.PORT);
if (port) {
  const transport = new HttpTransport(server, { path: "/mcp" });
  const respond = async (request) => (await transport.respond(request)) ?? new Response(null, { status: 404 });
  createServer(createRequestListener(respond)).listen(port, "127.0.0.1");
} else {
  new StdioTransport(server).listen();
}
