import { writeSync } from "node:fs";

const STDERR = 2;

/** Milliseconds between two attempts to write to a full pipe, and the number of attempts. */
const RETRY_MS = 10;
const MAX_ATTEMPTS = 100;

/** Characters that could begin another line or move the cursor. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Writes one line to stderr synchronously, because the process may end right after. */
export function writeLine(text: string): void {
  const line = `[plainmcp] ${text.replace(CONTROL, " ")}\n`;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      writeSync(STDERR, line);
      return;
    } catch (error) {
      // Without stderr, there is nowhere to report anything.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
