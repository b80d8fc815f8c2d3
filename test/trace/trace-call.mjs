// Prints the source files that one `tools/call` runs through, from the bytes of the request to the method and back, for
// each transport and era. Build first: it reads what was built.
import "@plainmcp/compiler/register";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { containFailures } from "@plainmcp/core/internal/node";
import { serveHttp } from "@plainmcp/transport-http/node";
import { serveStdio } from "@plainmcp/transport-stdio";
import { filesRun } from "./files-run.mjs";

const { default: Calculator } = await import(new URL("../../examples/calculator/server.ts", import.meta.url).href);

const MODERN = "2026-07-28";
const LEGACY = "2025-11-25";
const META = {
  "io.modelcontextprotocol/protocolVersion": MODERN,
  "io.modelcontextprotocol/clientInfo": { name: "trace", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

let lastId = 0;
function request(method, params, era) {
  return { jsonrpc: "2.0", id: ++lastId, method, params: { ...params, ...(era === "modern" && { _meta: META }) } };
}

/** How to call over stdio. */
async function overStdio(era) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const server = await serveStdio(Calculator, { stdin, stdout });
  const exchange = async (message) => {
    const answer = new Promise((resolve) => stdout.once("data", (line) => resolve(JSON.parse(line))));
    stdin.write(`${JSON.stringify(message)}\n`);
    return answer;
  };
  if (era === "legacy") {
    await exchange(request("initialize", initialize(), era));
    stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  }
  return { exchange, close: () => server.close() };
}

async function overHttp(era) {
  const server = await serveHttp(Calculator, { port: 0 });
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const post = (message, more) =>
    fetch(server.url, { method: "POST", headers: { ...headers, ...more }, body: JSON.stringify(message) });
  let session = {};
  if (era === "legacy") {
    const opened = await post(request("initialize", initialize(), era));
    await opened.text();
    session = { "mcp-session-id": opened.headers.get("mcp-session-id"), "mcp-protocol-version": LEGACY };
    await post({ jsonrpc: "2.0", method: "notifications/initialized" }, session);
  } else session = { "mcp-protocol-version": MODERN, "mcp-method": "tools/call", "mcp-name": "add" };
  const exchange = async (message) => {
    const text = await (await post(message, session)).text();
    return JSON.parse(/\{.*\}/.exec(text.split("\n").findLast((line) => line.includes("{")))[0]);
  };
  return { exchange, close: () => server.close() };
}

function initialize() {
  return { protocolVersion: LEGACY, capabilities: {}, clientInfo: { name: "trace", version: "1" } };
}

const end = containFailures();
for (const [transport, open] of Object.entries({ stdio: overStdio, http: overHttp })) {
  for (const era of ["legacy", "modern"]) {
    const { exchange, close } = await open(era);
    const call = async () => {
      const { result } = await exchange(request("tools/call", { name: "add", arguments: { a: 1, b: 2 } }, era));
      if (result?.content[0].text !== "3") throw new Error(`${transport} ${era}: ${JSON.stringify(result)}`);
    };
    // The first call compiles what the next ones use.
    await call();
    const files = await filesRun(call);
    console.log(`${transport}, ${era}: ${files.length} files`);
    for (const file of files) console.log(`  ${file}`);
    await close();
  }
}
end();
