// Prints what the start of a built server costs, beside the bare server of the benchmarks. Build first.
//
//   node test/trace/measure-start.mjs [stdio|http] [rounds]
//
// Times are medians of the processor time of the main thread, up to the first answer to `tools/call`.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const [transport = "stdio", rounds = "11"] = process.argv.slice(2);
const bare = join(ROOT, `bench/bare/${transport}.mjs`);

const folder = mkdtempSync(join(tmpdir(), "plainmcp-start-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "node_modules/@plainmcp"), { recursive: true });
symlinkSync(join(ROOT, "packages/core"), join(folder, "node_modules/@plainmcp/core"));

const LATER = /^const __plainmcp_later_part = \{\n[\s\S]*?\n\};$/m;

for (const tools of [1, 100, 1000]) {
  const built = build(tools);
  const text = readFileSync(built, "utf8");
  const [later = ""] = LATER.exec(text) ?? [];
  const without = join(folder, `without-${tools}.mjs`);
  writeFileSync(without, text.replace(LATER, "const __plainmcp_later_part = {};"));
  const subjects = { bare, built, without };
  const taken = { bare: [], built: [], without: [] };
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const [name, file] of Object.entries(subjects)) {
      const milliseconds = await firstAnswer(file, tools);
      if (round > 0) taken[name].push(milliseconds);
    }
  }
  const over = (name, base) => median(taken[name].map((own, index) => own - taken[base][index]));
  const times = median(taken.built.map((own, index) => own / taken.bare[index]));
  console.log(`${transport}, ${tools} tools`);
  console.log(`  module            ${kB(text)}, of which ${kB(later)} are the later part`);
  if (tools === 1) console.log(`  before that       ${kB(text.replace(LATER, ""), gzipSync)} gzipped`);
  console.log(`  first answer      ${median(taken.built).toFixed(1)} ms, ${times.toFixed(2)} × bare`);
  console.log(`  the later part    ${over("built", "without").toFixed(1)} ms of it, without being used`);
  console.log(`  registration      ${(registration(built) / tools).toFixed(3)} ms per tool`);
}

function build(tools) {
  const source = join(folder, `server-${tools}.ts`);
  const methods = Array.from({ length: tools }, (_, n) => {
    const comment = `  /**\n   * Adds two numbers, in way ${n}.\n   * @param a The first number\n   * @param b The second number\n   */`;
    return `${comment}\n  @tool\n  add${n}(a: number, b: number): { sum: number } {\n    return { sum: a + b };\n  }\n`;
  });
  const lines = [
    'import { tool } from "@plainmcp/core";',
    "",
    "export default class Calculator {",
    ...methods,
    "}",
    "",
  ];
  writeFileSync(source, lines.join("\n"));
  const out = join(folder, `${tools}`);
  const command = [join(ROOT, "packages/cli/bin/plainmcp.js"), "build", source, "--transport", transport];
  execFileSync(process.execPath, [...command, "--out-dir", out], { stdio: "pipe" });
  return join(out, `server-${tools}.mjs`);
}

/** The processor time of the main thread of a new process, in milliseconds, when it has answered. */
async function firstAnswer(file, tools) {
  const port = transport === "http" ? await freePort() : undefined;
  const args = port === undefined || file === bare ? [file] : [file, "--port", String(port)];
  const env = { ...process.env, TOOLS: String(tools), ...(port && { PORT: String(port) }) };
  const child = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "ignore"] });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  try {
    const answer = await (port === undefined ? overStdio(child) : overHttp(port));
    if (!answer.includes('"sum":3')) throw new Error(`${file} answered ${answer}`);
    return Number(readFileSync(`/proc/${child.pid}/schedstat`, "utf8").split(" ", 1)[0]) / 1e6;
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}

function overStdio(child) {
  child.stdin.write(`${JSON.stringify(call())}\n`);
  return new Promise((resolve) => child.stdout.once("data", (bytes) => resolve(String(bytes))));
}

async function overHttp(port) {
  const headers = {
    ...{ "content-type": "application/json", accept: "application/json, text/event-stream" },
    ...{ "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "add0" },
  };
  for (;;) {
    try {
      const init = { method: "POST", headers, body: JSON.stringify(call()) };
      return await (await fetch(`http://127.0.0.1:${port}/mcp`, init)).text();
    } catch {
      // It does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

function call() {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "start", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  return { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "add0", arguments: { a: 1, b: 2 }, _meta } };
}

/** Processor time of the registration of a built server's manifest, in milliseconds. */
function registration(built) {
  const manifest = built.replace(/\.mjs$/, ".manifest.json");
  const script = `
    import { readFileSync } from "node:fs";
    import { defineServer, tool } from "@plainmcp/core";
    import { createEngine } from "@plainmcp/core/internal/engine";
    const manifest = JSON.parse(readFileSync(${JSON.stringify(manifest)}, "utf8"));
    class Calculator {}
    for (const { method } of manifest.classes[0].tools) {
      Calculator.prototype[method] = function (a, b) { return { sum: a + b }; };
      tool(Calculator.prototype, method, Object.getOwnPropertyDescriptor(Calculator.prototype, method));
    }
    const used = () => Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ", 1)[0]) / 1e6;
    const before = used();
    createEngine(defineServer(Calculator, { manifest }));
    console.log(used() - before);`;
  const run = () => execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder });
  return median(Array.from({ length: Number(rounds) }, () => Number(run())));
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function kB(text, pack = Buffer.from) {
  return `${(pack(text).length / 1000).toFixed(1)} kB`;
}
