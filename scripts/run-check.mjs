import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BIN = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));

/** Runs one check between two lines that name it, and tells whether it passed. */
export async function runCheck(name, command, args) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 76 - name.length))}`);
  const started = performance.now();
  const code = await run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  return code === 0;
}

function run(command, args) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, CI: "true", PATH: `${BIN}${delimiter}${process.env.PATH}` },
    stdio: ["ignore", "inherit", "inherit"],
    // What npm installs are batch files on Windows.
    shell: process.platform === "win32",
  });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", resolve);
  });
}
