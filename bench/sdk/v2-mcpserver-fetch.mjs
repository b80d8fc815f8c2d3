// The SDK's handler of web-standard requests over v2-mcpserver-server.mjs.
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServer } from "./v2-mcpserver-server.mjs";

export default createMcpHandler(createServer);
