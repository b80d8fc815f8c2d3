import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./serve.js";

/** Runs the command of the benchmark. @param env Added to the environment */
export function bench(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const tsx = join(ROOT, "bench/node_modules/tsx/dist/cli.mjs");
  return promisify(execFile)(process.execPath, [tsx, join(ROOT, "bench/src/main.ts"), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
}

/** The first cells of the rows that have a ratio, of all tables that the benchmark has printed. */
export function measuredIn(stdout: string): readonly string[] {
  const rows = stdout.split("\n").filter((line) => /^\| .*\| +\d+(?:\.\d+)? × \|/.test(line));
  return rows.map((row) => row.split("|")[1]?.trim() ?? "");
}
