// As in the README of fastmcp: over HTTP if PORT is set, otherwise over stdio.
import { FastMCP } from "fastmcp";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

const server = new FastMCP({ name: "fastmcp", version: "1.0.0" });
for (const { name, description } of TOOLS) {
  server.addTool({
    name,
    description,
    parameters: z.object({
      a: z.number().describe("The first number"),
      b: z.number().describe("The second number"),
    }),
    outputSchema: z.object({ sum: z.number() }),
    execute: async (args) => add(args),
  });
}

const port = Number(process.env.PORT);
await server.start(
  port ? { transportType: "httpStream", httpStream: { port, host: "127.0.0.1" } } : { transportType: "stdio" },
);
