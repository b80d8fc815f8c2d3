import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import type { Command } from "./server-subject.js";

/** The process of a server. */
export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has printed to stderr, and over HTTP to stdout. */
  printed(): string;
  /** Rejects when the process ends before `end`. */
  readonly ended: Promise<never>;
  /** Ends the process, at once if need be. */
  end(): Promise<void>;
}

/** Starts a server. It ends with this process, however this one ends. */
export function startServerProcess({ program, args, env }: Command): ServerProcess {
  const child = spawn(program, args, { env: { ...process.env, NODE_ENV: "production", ...env } });
  RUNNING.add(child);
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const closed = once(child, "close").finally(() => RUNNING.delete(child));
  let isEnding = false;
  const ended = closed.then(([code]) => {
    if (isEnding) return new Promise<never>(() => undefined);
    throw new Error(`${[program, ...args].join(" ")} ended with ${code}:\n${printed}`);
  });
  // Whoever waits for the server hears of it; nobody may be waiting.
  ended.catch(() => undefined);
  return {
    child,
    printed: () => printed,
    ended,
    end: async () => {
      isEnding = true;
      child.kill("SIGKILL");
      await closed;
    },
  };
}

const RUNNING = new Set<ChildProcessWithoutNullStreams>();
process.on("exit", () => {
  for (const child of RUNNING) child.kill("SIGKILL");
});
