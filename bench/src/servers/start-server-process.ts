import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { endWithUs } from "../shared/end-with-us.js";
import type { Command } from "./server-subject.js";

/** The process of a server. */
export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Rejects when the process ends before `end`. */
  readonly ended: Promise<never>;
  /** Ends the process, at once if need be. */
  end(): Promise<void>;
}

/** Starts a server. It ends with this process, however this one ends. */
export function startServerProcess({ program, args, env }: Command): ServerProcess {
  const child = spawn(program, args, { env: { ...process.env, NODE_ENV: "production", ...env } });
  endWithUs(child);
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed = (printed + text).slice(-MOST_PRINTED);
  });
  const closed = once(child, "close");
  let isEnding = false;
  const ended = closed.then(([code]) => {
    if (isEnding) return new Promise<never>(() => undefined);
    throw new Error(`${[program, ...args].join(" ")} ended with ${code}:\n${printed}`);
  });
  // Whoever waits for the server hears of it; nobody may be waiting.
  ended.catch(() => undefined);
  return {
    child,
    ended,
    end: async () => {
      isEnding = true;
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/** Characters that say why a server ended; some print a line for each request. */
const MOST_PRINTED = 10_000;
