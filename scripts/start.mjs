// Installs, builds and serves examples/notes over HTTP: `npm start`, or `npm start -- --port 8080`.
import { fileURLToPath } from "node:url";
import { isBuilt, isInstalled, markBuilt } from "./build-state.mjs";
import { freePort } from "./free-port.mjs";
import { PNPM } from "./pnpm.mjs";
import { runQuietly } from "./run-quietly.mjs";

const FIRST_PORT = 3000;

const flags = process.argv.slice(2);
if (!isInstalled()) await runQuietly("Installing", "npx", [...PNPM, "install", "--frozen-lockfile"]);
if (!isBuilt()) {
  await runQuietly("Building", "npx", [...PNPM, "run", "build"]);
  markBuilt();
}

const hasPort = flags.some((flag) => flag === "--port" || flag.startsWith("--port="));
const port = hasPort ? [] : ["--port", String(await freePort(FIRST_PORT))];
const command = new URL("../packages/cli/bin/plainmcp.js", import.meta.url);
const example = new URL("../examples/notes/server.ts", import.meta.url);
// In this process, so that Ctrl-C has only one to end.
const args = [fileURLToPath(command), "serve", fileURLToPath(example), "--http", ...port, ...flags];
process.argv = [process.execPath, ...args];
await import(command.href);
