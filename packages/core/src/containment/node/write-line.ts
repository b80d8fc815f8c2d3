import { writeSync } from "node:fs";

const STDERR = 2;

/** Milliseconds between two attempts to write into a pipe that is full, and how many attempts there are. */
const RETRY_MS = 10;
const MAX_ATTEMPTS = 100;

/** What could begin another line, or move the cursor. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Writes one line to stderr at once, since the process may end before anything else is written. */
export function writeLine(text: string): void {
  const line = `[plainmcp] ${text.replace(CONTROL, " ")}\n`;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      writeSync(STDERR, line);
      return;
    } catch (error) {
      // Without a stderr there is nowhere to say anything.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
