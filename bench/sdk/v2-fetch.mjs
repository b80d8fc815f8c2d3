// The SDK's handler of web-standard requests over v2-server.mjs.
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServer } from "./v2-server.mjs";

export default createMcpHandler(createServer);
