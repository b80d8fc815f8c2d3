import type { CallToolResult, ListToolsResult, Server } from "@modelcontextprotocol/server";
import { callTool } from "../dispatch/call-tool.js";
import type { Registry } from "../registry/registry.js";
import type { Answer } from "./create-answer.js";
import { definitions } from "./definitions.js";

/** Has the server answer `tools/list` and `tools/call`. */
export function serveTools(server: Server, registry: Registry, answer: Answer): void {
  const list = { tools: definitions(registry.tools.values()) } as ListToolsResult;
  server.setRequestHandler("tools/list", () => list);
  server.setRequestHandler("tools/call", async ({ params }, request) => {
    const { name, arguments: args = {} } = params;
    const result = await answer(request, (context) => callTool(registry, name, args, context));
    const outputSchema = registry.tools.get(name)?.definition.outputSchema;
    return server.projectCallToolResult(result as CallToolResult, outputSchema);
  });
}
