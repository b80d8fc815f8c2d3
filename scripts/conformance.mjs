// Installs, builds, and asks examples/everything all of the protocol's conformance suite: `npm run conformance`.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isBuilt, isInstalled, markBuilt } from "./build-state.mjs";
import { PNPM } from "./pnpm.mjs";
import { runQuietly } from "./run-quietly.mjs";

const TABLE = fileURLToPath(new URL("../test/support/conformance/print-table.ts", import.meta.url));

if (!isInstalled()) await runQuietly("Installing", "npx", [...PNPM, "install", "--frozen-lockfile"]);
if (!isBuilt()) {
  await runQuietly("Building", "npx", [...PNPM, "run", "build"]);
  markBuilt();
}

const tsx = pathToFileURL(createRequire(TABLE).resolve("tsx"));
const table = spawn(process.execPath, ["--import", tsx.href, TABLE], { stdio: "inherit" });
table.on("close", (code) => {
  process.exitCode = code ?? 1;
});
