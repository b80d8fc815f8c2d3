import process from "node:process";

const INTERVAL_MS = 1_000;
const parent = process.ppid;

/**
 * Calls `end` when the process that started this one is gone, which stdin does not tell when others hold its other end
 * open. Until what it returns is called, the process does not end for lack of work.
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
