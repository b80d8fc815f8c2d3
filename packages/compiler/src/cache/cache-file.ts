import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Reads a cache file, but only one that this user has written: its content ends up in the user's code. */
export function readOwn(path: string): Buffer | undefined {
  try {
    return statSync(path).uid === (process.getuid?.() ?? 0) ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a cache file atomically: other processes see all of it or nothing. */
export function writeWhole(path: string, content: string | Buffer): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch {
    // If the disk is full or read-only, the next start is slower; nothing else is lost.
  }
}
