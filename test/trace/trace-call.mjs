// Prints the source files that one `tools/call` passes through, for each transport and era. Build first.
//
//   node test/trace/trace-call.mjs
//
// On the way in, it counts every function on the call chain when the method runs; on the way back, every function on the
// chain when the answer becomes text and when its bytes are written. Below, it lists files that the call only uses: their
// functions return before the call proceeds. The validation code that was compiled from the tool's schema is counted
// separately.
import "./register-trace.mjs";
import http from "node:http";
import { PassThrough } from "node:stream";

const { containFailures } = await import("@plainmcp/core/internal/node");
const { defineServer, tool } = await import("@plainmcp/core");
const { serveHttp } = await import("@plainmcp/transport-http/node");
const { serveStdio } = await import("@plainmcp/transport-stdio");

const [MODERN, LEGACY] = ["2026-07-28", "2025-11-25"];
const META = {
  "io.modelcontextprotocol/protocolVersion": MODERN,
  "io.modelcontextprotocol/clientInfo": { name: "trace", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

const STORE = /^core\/src\/stores\//;

/** The files that the traced call has passed through. */
let passed;

function pass() {
  const chain = globalThis.__chain();
  // A store keeps a copy of the answer, but does not send it.
  if (STORE.test(chain.at(-1))) return;
  for (const file of chain) passed?.add(file);
}

class Calculator {
  add(a, b) {
    pass();
    return a + b;
  }
}
tool(Calculator.prototype, "add", Object.getOwnPropertyDescriptor(Calculator.prototype, "add"));

const number = { type: "number" };
const manifest = {
  manifestVersion: 1,
  generator: "by hand",
  server: { name: "calculator", version: "1.0.0" },
  classes: [
    {
      ...{ class: "Calculator", file: "calculator.ts", resources: [], prompts: [] },
      tools: [
        {
          ...{ method: "add", name: "add", description: "Adds.", parameters: [{ name: "a" }, { name: "b" }] },
          inputSchema: { type: "object", properties: { a: number, b: number }, required: ["a", "b"] },
          ...{ outputSchema: number, wrapped: true },
        },
      ],
    },
  ],
};

const server = () => defineServer(Calculator, { manifest });
const isAnswer = (text) =>
  typeof text === "string" && text.includes('"structuredContent"') && text.includes('"jsonrpc"');

const { stringify } = JSON;
JSON.stringify = (...args) => {
  const text = stringify(...args);
  if (isAnswer(text)) pass();
  return text;
};
for (const [target, name] of [
  [http.ServerResponse.prototype, "write"],
  [http.ServerResponse.prototype, "end"],
]) {
  const original = target[name];
  target[name] = function (...args) {
    if (args[0] !== undefined && isAnswer(Buffer.from(args[0]).toString())) pass();
    return original.apply(this, args);
  };
}

let lastId = 0;
function request(method, params, era) {
  return { jsonrpc: "2.0", id: ++lastId, method, params: { ...params, ...(era === "modern" && { _meta: META }) } };
}

const INITIALIZE = { protocolVersion: LEGACY, capabilities: {}, clientInfo: { name: "trace", version: "1" } };
const INITIALIZED = { jsonrpc: "2.0", method: "notifications/initialized" };

async function overStdio(era) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const { write } = stdout;
  stdout.write = function (...args) {
    if (isAnswer(String(args[0]))) pass();
    return write.apply(this, args);
  };
  const { close } = await serveStdio(server(), { stdin, stdout });
  const exchange = (message) => {
    const answer = new Promise((resolve) => stdout.once("data", (line) => resolve(JSON.parse(line))));
    stdin.write(`${stringify(message)}\n`);
    return answer;
  };
  if (era === "legacy") {
    await exchange(request("initialize", INITIALIZE, era));
    stdin.write(`${stringify(INITIALIZED)}\n`);
  }
  return { exchange, close };
}

async function overHttp(era) {
  const { url, close } = await serveHttp(server(), { port: 0 });
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const post = (message, more) =>
    fetch(url, { method: "POST", headers: { ...headers, ...more }, body: stringify(message) });
  const open = async () => {
    const opened = await post(request("initialize", INITIALIZE, era));
    await opened.text();
    const session = { "mcp-session-id": opened.headers.get("mcp-session-id"), "mcp-protocol-version": LEGACY };
    await post(INITIALIZED, session);
    return session;
  };
  const own =
    era === "legacy" ? await open() : { "mcp-protocol-version": MODERN, "mcp-method": "tools/call", "mcp-name": "add" };
  const exchange = async (message) => {
    const text = await (await post(message, own)).text();
    return JSON.parse(/\{.*\}/.exec(text.split("\n").findLast((line) => line.includes("{")))[0]);
  };
  return { exchange, close };
}

const SCHEMA = /^core\/src\/(?:validation|values)\//;

/** The files that one call passes through, and the others that it uses. */
export async function traceCall(transport, era) {
  const { exchange, close } = await { stdio: overStdio, http: overHttp }[transport](era);
  const call = async () => {
    const { result } = await exchange(request("tools/call", { name: "add", arguments: { a: 1, b: 2 } }, era));
    if (result?.content[0].text !== "3") throw new Error(`${transport} ${era}: ${stringify(result)}`);
  };
  // The first call creates objects that later calls use.
  await call();
  passed = new Set();
  const run = globalThis.__watch();
  await call();
  const through = [...passed];
  passed = undefined;
  await close();
  const used = [...run].filter((file) => !through.includes(file)).sort();
  return { through, used: used.filter((file) => !SCHEMA.test(file)), schema: used.filter((file) => SCHEMA.test(file)) };
}

const end = containFailures();
const traces = {};
for (const transport of ["stdio", "http"]) {
  for (const era of ["legacy", "modern"]) traces[`${transport}, ${era}`] = await traceCall(transport, era);
}
end();
if (process.argv.includes("--json")) process.stdout.write(stringify(traces));
else {
  for (const [name, { through, used, schema }] of Object.entries(traces)) {
    console.log(
      `${name}: passes through ${through.length} files, uses ${used.length} more, and ${schema.length} for the schema`,
    );
    for (const [index, file] of through.entries()) console.log(`  ${String(index + 1).padStart(2)}. ${file}`);
    for (const file of used) console.log(`      ${file}`);
  }
}
