import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "../servers/server-subject.js";
import { withDeadline } from "../shared/with-deadline.js";

/** What a server's process holds, in bytes. */
export interface Memory {
  /** Before garbage was collected. */
  readonly rss: number;
  /** On the heap and in buffers, after garbage was collected. */
  readonly held: number;
}

const TELL = fileURLToPath(new URL("tell-memory.mjs", import.meta.url));

/** A server's command, changed so that `readMemory` can ask its process. @param file Where the process writes */
export function watchMemory({ program, args, env }: Command, file: string): Command {
  return { program, args: ["--expose-gc", "--import", TELL, ...args], env: { ...env, BENCH_MEMORY_FILE: file } };
}

/** Has a process collect its garbage, and tells what it holds. */
export async function readMemory(pid: number, file: string): Promise<Memory> {
  rmSync(file, { force: true });
  process.kill(pid, "SIGUSR2");
  const wait = async (): Promise<void> => {
    while (!existsSync(file)) await sleep(5);
  };
  await withDeadline(wait(), 30_000, "The server did not tell its memory.");
  const { rss, heapUsed, external } = JSON.parse(readFileSync(file, "utf8"));
  return { rss, held: heapUsed + external };
}
