// The SDK's McpServer with zod, as its README has it.
import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { add, TOOLS } from "../bare/tools.mjs";

/** A server with all tools. */
export function createServer() {
  const server = new McpServer({ name: "sdk-v2-mcpserver", version: "1.0.0" });
  for (const { name, description } of TOOLS) {
    server.registerTool(
      name,
      {
        description,
        inputSchema: z.object({
          a: z.number().describe("The first number"),
          b: z.number().describe("The second number"),
        }),
        outputSchema: z.object({ sum: z.number() }),
      },
      (args) => {
        const structuredContent = add(args);
        return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
      },
    );
  }
  return server;
}
