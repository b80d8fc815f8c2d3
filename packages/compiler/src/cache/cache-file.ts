import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Reads a file that this user has written. What someone else put there is not read: it ends up in the user's code. */
export function readOwn(path: string): Buffer | undefined {
  try {
    return statSync(path).uid === (process.getuid?.() ?? 0) ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file of the cache, so that others see it whole or not at all. */
export function writeWhole(path: string, content: string | Buffer): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch {
    // A disk that is full or read-only costs time at the next start, and no more.
  }
}
