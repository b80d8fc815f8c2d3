import type { ChildProcess } from "node:child_process";

const RUNNING = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of RUNNING) child.kill("SIGKILL");
});

/** Sees to it that a child process does not outlive this one. */
export function endWithUs(child: ChildProcess): void {
  RUNNING.add(child);
  child.on("close", () => RUNNING.delete(child));
}
