import { cpus, freemem, loadavg, platform, release, totalmem } from "node:os";

/** What the numbers depend on, as one line. */
export function machine(): string {
  const [cpu] = cpus();
  const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
  return [
    new Date().toISOString().slice(0, 10),
    `Node ${process.version}`,
    `${platform()} ${release()}`,
    `${cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}`,
    `${gigabytes(freemem())} of ${gigabytes(totalmem())} GB free`,
    `load ${loadavg()[0]?.toFixed(1)}`,
  ].join(" · ");
}
