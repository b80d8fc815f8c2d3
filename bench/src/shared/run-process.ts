import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { endWithUs } from "./end-with-us.js";

/** How a process went. */
export interface Finished {
  readonly milliseconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node, or another one, to its end. @throws Error with what it printed, when it fails */
export async function runProcess(
  args: readonly string[],
  options: { readonly cwd: string; readonly program?: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Finished> {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: "1", ...options.env };
  const child = spawn(options.program ?? process.execPath, args, {
    cwd: options.cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithUs(child);
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  const [code] = await once(child, "close");
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}:\n${printed.stdout}${printed.stderr}`);
  return { milliseconds, ...printed };
}
