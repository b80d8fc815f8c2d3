// The three tools on the first SDK's McpServer with zod, Express and sessions.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { serveV1Http } from "../sdk/serve-v1-http.mjs";
import { registerTools } from "./register-tools.mjs";

serveV1Http(() => registerTools(new McpServer({ name: "sdk-v1", version: "1.0.0" })));
