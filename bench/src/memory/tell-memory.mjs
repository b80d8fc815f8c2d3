// Loaded into a server before its own code: on SIGUSR2, collects garbage and writes what memory is left to a file.
import { renameSync, writeFileSync } from "node:fs";

const file = process.env.BENCH_MEMORY_FILE;

process.on("SIGUSR2", () => {
  const { rss } = process.memoryUsage();
  globalThis.gc();
  // What finalizers let go of is gone the second time.
  setImmediate(() => {
    globalThis.gc();
    writeFileSync(`${file}.new`, JSON.stringify({ ...process.memoryUsage(), rss }));
    renameSync(`${file}.new`, file);
  });
});
