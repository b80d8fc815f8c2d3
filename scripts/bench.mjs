// Installs, builds and measures: `npm run bench` lists what, `npm run bench -- --help` has the options.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isBuilt, isInstalled, markBuilt } from "./build-state.mjs";
import { PNPM } from "./pnpm.mjs";
import { runQuietly } from "./run-quietly.mjs";

const MAIN = fileURLToPath(new URL("../bench/src/main.ts", import.meta.url));

if (!isInstalled()) await runQuietly("Installing", "npx", [...PNPM, "install", "--frozen-lockfile"]);
if (!isBuilt()) {
  await runQuietly("Building", "npx", [...PNPM, "run", "build"]);
  markBuilt();
}

const tsx = pathToFileURL(createRequire(MAIN).resolve("tsx"));
const bench = spawn(process.execPath, ["--import", tsx.href, MAIN, ...process.argv.slice(2)], { stdio: "inherit" });
// It ends its servers, and this process ends after it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => bench.kill(signal));
bench.on("close", (code) => {
  process.exitCode = code ?? 1;
});
