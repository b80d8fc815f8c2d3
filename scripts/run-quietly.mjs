import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

const ROOT = new URL("..", import.meta.url);

/**
 * Runs one command with a line that says so; its output is shown only when it fails. Ends this process then.
 *
 * @param {string} label What is being done, such as "Installing dependencies"
 * @param {string} command Program to run, found through PATH
 * @param {readonly string[]} args Its arguments
 */
export async function runQuietly(label, command, args) {
  process.stderr.write(`${label} … `);
  const started = performance.now();
  const output = [];
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    // npx is a batch file on Windows. Elsewhere a group of its own lets a signal reach what the command starts.
    shell: process.platform === "win32",
    detached: process.platform !== "win32",
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const forward = (signal) => {
    process.stderr.write("stopped\n");
    killTree(child, signal);
    process.exit(130);
  };
  process.once("SIGINT", forward).once("SIGTERM", forward);
  const code = await new Promise((resolve) => child.on("error", resolve).on("close", resolve));
  process.off("SIGINT", forward).off("SIGTERM", forward);
  if (code !== 0) {
    process.stderr.write(`failed\n\n${Buffer.concat(output)}\n${[command, ...args].join(" ")} failed.\n`);
    process.exit(1);
  }
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

function killTree(child, signal) {
  if (process.platform === "win32") child.kill(signal);
  else process.kill(-child.pid, signal);
}
