// As in the README of mcp-framework, with its tools added in code: over HTTP if PORT is set, otherwise over stdio.
import { MCPServer, MCPTool } from "mcp-framework";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

const port = Number(process.env.PORT);
const transport = port ? { type: "http-stream", options: { port, host: "127.0.0.1" } } : { type: "stdio" };
const server = new MCPServer({ name: "mcp-framework", version: "1.0.0", transport });
for (const { name, description } of TOOLS) {
  server.addTool(
    class extends MCPTool {
      name = name;
      description = description;
      schema = z.object({
        a: z.number().describe("The first number"),
        b: z.number().describe("The second number"),
      });
      outputSchemaShape = z.object({ sum: z.number() });

      async execute(args) {
        return add(args);
      }
    },
  );
}
await server.start();
