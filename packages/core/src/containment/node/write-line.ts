import { writeSync } from "node:fs";
import { excerpt } from "../../log/excerpt.js";

const STDERR = 2;

const MAX_CHARACTERS = 4_000;

/** Milliseconds between two attempts to write to a full pipe, and the number of attempts. */
const RETRY_MS = 10;
const MAX_ATTEMPTS = 100;

/** Writes one line to stderr synchronously, because the process may end right after. */
export function writeLine(text: string): void {
  const line = `[plainmcp] ${excerpt(text, MAX_CHARACTERS)}\n`;
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
