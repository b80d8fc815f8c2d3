// The three tools on the SDK's low-level server, with schemas that are data.
import { ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { serveV2Http } from "../sdk/serve-v2-http.mjs";
import { callTool, TOOLS } from "./tools.mjs";

serveV2Http(() => {
  const server = new Server({ name: "sdk-v2", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/list", () => ({ tools: TOOLS }));
  server.setRequestHandler("tools/call", async ({ params }) => {
    const called = await callTool(params.name, params.arguments);
    if (called !== undefined) return called;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Tool ${params.name} not found`);
  });
  return server;
});
