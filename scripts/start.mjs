// Installs, builds and serves examples/notes over HTTP: `npm start`, or `npm start -- --port 8080`.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isBuilt, isInstalled, markBuilt } from "./build-state.mjs";
import { freePort } from "./free-port.mjs";
import { PNPM } from "./pnpm.mjs";
import { runQuietly } from "./run-quietly.mjs";

const FIRST_PORT = 3000;
const COMMAND = new URL("../packages/cli/bin/plainmcp.js", import.meta.url);
const EXAMPLE = new URL("../examples/notes/server.ts", import.meta.url);

endWithParent();
const { port = String(await freePort(FIRST_PORT)) } = readFlags();
if (!isInstalled()) await runQuietly("Installing", "npx", [...PNPM, "install", "--frozen-lockfile"]);
if (!isBuilt()) {
  await runQuietly("Building", "npx", [...PNPM, "run", "build"]);
  markBuilt();
}

// In this process, so that Ctrl-C has only one to end.
const args = [fileURLToPath(COMMAND), "serve", fileURLToPath(EXAMPLE), "--http", "--port", port];
process.argv = [process.execPath, ...args];
await import(COMMAND.href);
if (process.exitCode === undefined && port !== "0") process.stderr.write(tryIt(`http://127.0.0.1:${port}/mcp`));

function readFlags() {
  try {
    return parseArgs({ options: { port: { type: "string" } } }).values;
  } catch (error) {
    console.error(`${error.message}\n\nUsage: npm start -- [--port <number>]`);
    process.exit(2);
  }
}

/** npm starts this through a shell, which passes SIGTERM on to nobody. */
function endWithParent() {
  const parent = process.ppid;
  const watch = () => process.ppid === parent || process.kill(process.pid, "SIGTERM");
  setInterval(watch, 500).unref();
}

/** The one request of the protocol that needs no session. */
function tryIt(url) {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const request = { jsonrpc: "2.0", id: 1, method: "tools/list", params: { _meta } };
  return `
Try it from another terminal:
  curl -s ${url} \\
    -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \\
    -H 'MCP-Protocol-Version: 2026-07-28' -H 'Mcp-Method: tools/list' \\
    -d '${JSON.stringify(request)}'
`;
}
