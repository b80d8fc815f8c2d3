// As in the README of mcp-use, without the line it prints for each request, since no other server prints any: over HTTP.
import { MCPServer } from "mcp-use";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

const server = new MCPServer({ name: "mcp-use", version: "1.0.0", logging: { enabled: false } });
for (const { name, description } of TOOLS) {
  server.tool(
    {
      name,
      description,
      inputSchema: z.object({
        a: z.number().describe("The first number"),
        b: z.number().describe("The second number"),
      }),
      outputSchema: z.object({ sum: z.number() }),
    },
    async (args) => {
      const structuredContent = add(args);
      return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
    },
  );
}
await server.listen(Number(process.env.PORT));
