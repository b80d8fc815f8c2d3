// The SDK's McpServer with zod, as its README has it: over HTTP if PORT is set, otherwise over stdio.
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { add, TOOLS } from "../bare/tools.mjs";
import { serveV2Http } from "./serve-v2-http.mjs";

function createServer() {
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

if (process.env.PORT) serveV2Http(createServer);
else serveStdio(createServer);
