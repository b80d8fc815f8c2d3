// Prints what a stdio server loads before its first message, and what the first message adds. Build first.
//
//   node test/trace/loaded-at-start.mjs
import { existsSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { MessageChannel } from "node:worker_threads";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));

const { port1, port2 } = new MessageChannel();
const urls = [];
port1.on("message", (url) => urls.push(url));
port1.unref();
register("./note-loaded.mjs", import.meta.url, { data: { port: port2 }, transferList: [port2] });

const { defineServer, tool } = await import("@plainmcp/core");
const { serveStdio } = await import("@plainmcp/transport-stdio");

class Hello {
  hello() {
    return "Hello";
  }
}
tool(Hello.prototype, "hello", Object.getOwnPropertyDescriptor(Hello.prototype, "hello"));
const manifest = {
  ...{ manifestVersion: 1, generator: "by hand", server: { name: "hello", version: "1.0.0" } },
  classes: [
    {
      ...{ class: "Hello", file: "hello.ts", resources: [], prompts: [] },
      tools: [{ method: "hello", name: "hello", parameters: [], inputSchema: { type: "object", properties: {} } }],
    },
  ],
};

const [stdin, stdout] = [new PassThrough(), new PassThrough()];
const server = await serveStdio(defineServer(Hello, { manifest }), { stdin, stdout });
// By then, a server would also have loaded modules in the background.
await sleep(500);
const start = summarize(urls.splice(0));

const answer = new Promise((resolve) => stdout.once("data", resolve));
const clientInfo = { name: "client", version: "1.0.0" };
const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo };
stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params })}\n`);
await answer;
await sleep(100);
const first = summarize(urls.splice(0));
await server.close();

if (process.argv.includes("--json")) process.stdout.write(JSON.stringify({ start, first }));
else {
  print("Before the first message", start);
  print("For the first message", first);
}
process.exit();

/** Our source files in these modules, and the other packages. */
function summarize(modules) {
  const [ours, others] = [new Set(), new Set()];
  for (const url of modules) {
    const path = url.startsWith("file:") ? fileURLToPath(url) : url;
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    if (path.startsWith(PACKAGES) && name === undefined) for (const source of sourcesOf(path)) ours.add(source);
    else if (name !== undefined) others.add(name);
  }
  return { ours: [...ours].sort(), others: [...others].sort() };
}

/** The source files of a built file. */
function sourcesOf(file) {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(readFileSync(`${file}.map`, "utf8"));
  return sources.map((source) => relative(PACKAGES, resolve(dirname(file), source)));
}

function print(title, { ours, others }) {
  const folders = new Map();
  for (const file of ours) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  console.log(`${title}: ${ours.length} files of ours, and ${others.join(", ") || "no other package"}`);
  for (const [folder, count] of folders) console.log(`  ${String(count).padStart(3)} ${folder}`);
}
