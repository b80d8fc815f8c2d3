import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";

/** A server over stdio that has answered. */
export interface StartedServer {
  /** From the start of its process to its first answer. */
  readonly milliseconds: number;
  /** Ends it as a client does. */
  end(): Promise<void>;
}

/** Starts Node with a server over stdio, and waits until it answers `initialize`. @throws Error when it ends before */
export async function startServer(args: readonly string[], options: { readonly cwd: string }): Promise<StartedServer> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const closed = once(child, "close");
  child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
  const isAnswered = await Promise.race([once(child.stdout, "data").then(() => true), closed.then(() => false)]);
  if (!isAnswered) throw new Error(`node ${args.join(" ")} ended before it answered:\n${printed}`);
  return {
    milliseconds: performance.now() - started,
    end: async () => {
      child.stdin.end();
      await closed;
    },
  };
}

const INITIALIZE = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "bench", version: "1" } },
};
