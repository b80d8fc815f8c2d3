// Serves v2-mcpserver-server.mjs: over HTTP if PORT is set, otherwise over stdio.
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { serveV2Http } from "./serve-v2-http.mjs";
import { createServer } from "./v2-mcpserver-server.mjs";

if (process.env.PORT) serveV2Http(createServer);
else serveStdio(createServer);
