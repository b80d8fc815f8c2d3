import fs from "node:fs";

/** Milliseconds without progress after which nobody seems to read. */
const STALLED_MS = 200;

// Kept now, because the stdout guard replaces it for everyone else.
const { writeSync } = fs;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** Writes to a descriptor before the process goes on, as long as somebody reads. */
export function writeNow(descriptor: number, bytes: Buffer): void {
  let stalledAt = Date.now() + STALLED_MS;
  for (let rest = bytes; rest.length > 0 && Date.now() < stalledAt; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
      stalledAt = Date.now() + STALLED_MS;
    } catch (error) {
      // Anything else than a full pipe means that the client is gone.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(clock, 0, 0, 5);
    }
  }
}
