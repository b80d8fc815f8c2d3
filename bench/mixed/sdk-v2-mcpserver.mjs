// The three tools on the SDK's McpServer with zod.
import { McpServer } from "@modelcontextprotocol/server";
import { serveV2Http } from "../sdk/serve-v2-http.mjs";
import { registerTools } from "./register-tools.mjs";

serveV2Http(() => registerTools(new McpServer({ name: "sdk-v2-mcpserver", version: "1.0.0" })));
