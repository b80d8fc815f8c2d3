// The SDK's low-level server with schemas that are data.
import { ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { add, problemOf, TOOLS } from "../bare/tools.mjs";

const tools = new Map(TOOLS.map((tool) => [tool.name, tool]));

/** A server with all tools. */
export function createServer() {
  const server = new Server({ name: "sdk-v2", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/list", () => ({ tools: TOOLS }));
  server.setRequestHandler("tools/call", ({ params }) => {
    const tool = tools.get(params.name);
    if (tool === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Tool ${params.name} not found`);
    const problem = problemOf(params.arguments);
    if (problem !== undefined) return { content: [{ type: "text", text: problem }], isError: true };
    const structuredContent = add(params.arguments);
    const content = [{ type: "text", text: JSON.stringify(structuredContent) }];
    return server.projectCallToolResult({ content, structuredContent }, tool.outputSchema);
  });
  return server;
}
