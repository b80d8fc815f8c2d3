let last = "";

/**
 * Says on stderr what is being done. On a terminal it is one line, which the next one replaces; elsewhere only what changes
 * slowly is written.
 */
export function progress(what: string, detail = ""): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[2K${`${what}: ${detail}`.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  } else if (what !== last) {
    process.stderr.write(`${what}\n`);
  }
  last = what;
}

/** Takes the line away again. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
}
