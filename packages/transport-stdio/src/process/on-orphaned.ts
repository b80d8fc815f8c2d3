import process from "node:process";

const INTERVAL_MS = 1_000;
const parent = process.ppid;

/**
 * Calls `end` when the parent process has exited. stdin does not show this if another process keeps its other end open.
 * Returns a function that stops the check; until then, the process stays alive even without other work.
 */
export function onOrphaned(end: () => void): () => void {
  let isOrphaned = false;
  const timer = setInterval(() => {
    if (isOrphaned || process.ppid === parent) return;
    isOrphaned = true;
    end();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
