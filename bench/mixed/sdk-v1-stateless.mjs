// The three tools on the first SDK with Express as the published benchmark has them: without sessions, a server per request.
import { createMcpExpressApp } from "@modelcontextprotocol/sdk/server/express.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { registerTools } from "./register-tools.mjs";

const app = createMcpExpressApp();
app.post("/mcp", async (req, res) => {
  const server = registerTools(new McpServer({ name: "sdk-v1-stateless", version: "1.0.0" }));
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  res.on("close", () => server.close());
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
});
app.listen(Number(process.env.PORT), "127.0.0.1");
