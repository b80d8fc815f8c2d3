import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { recordHttp } from "./lane/record-traffic.js";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The `plainmcp` command. */
export const PLAINMCP = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));

/**
 * Whether servers answer ordinary requests without the official SDK. The project `full-sdk` runs tests without the lane.
 * Servers in processes of their own read the same variable.
 */
export const LANE: boolean = process.env.MCP_LANE !== "off";

/** A server in its own process, over HTTP. */
export interface HttpProcess {
  readonly url: string;
  /** Its output on stderr so far. */
  stderr(): string;
  stop(): Promise<void>;
}

/**
 * Starts a program that serves over HTTP and waits until it prints its URL.
 *
 * @param onStart Receives the process
 */
export async function startHttp(
  args: readonly string[],
  env: Record<string, string> = {},
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<HttpProcess> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onStart(child);
  let stderr = "";
  child.stderr.setEncoding("utf8");
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: string) => {
      stderr += chunk;
      const found = /http:\/\/\S+\/mcp/.exec(stderr);
      if (found) resolve(found[0]);
    });
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}:\n${stderr}`)));
  });
  const recorder = await recordHttp(url, args);
  const end = async (): Promise<void> => {
    recorder.close();
    await stop(child);
  };
  return { url: recorder.url, stderr: () => stderr, stop: end };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
