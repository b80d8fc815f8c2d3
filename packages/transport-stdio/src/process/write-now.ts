import fs from "node:fs";

/** Milliseconds without progress after which we assume that nobody reads: a busy client may not read for long. */
const STALLED_MS = 1000;

// Kept now, because the guard replaces it later.
const { writeSync } = fs;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** Writes to a descriptor synchronously, as long as somebody reads. */
export function writeNow(descriptor: number, bytes: Buffer): void {
  let stalledAt = Date.now() + STALLED_MS;
  for (let rest = bytes; rest.length > 0 && Date.now() < stalledAt; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
      stalledAt = Date.now() + STALLED_MS;
    } catch (error) {
      // Any error but a full pipe means that the client has disconnected.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(clock, 0, 0, 5);
    }
  }
}
