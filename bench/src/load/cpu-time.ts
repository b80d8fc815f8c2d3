import { readFileSync } from "node:fs";

/** Why the processor time of other processes cannot be read here; undefined where it can. */
export function cpuTimeProblem(): string | undefined {
  return process.platform === "linux"
    ? undefined
    : "The processor time of a server is read from /proc, which needs Linux. Run this bench in a Linux container.";
}

/** Microseconds of processor time that a process has used, all threads together, in steps of 10 ms. */
export function cpuTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, may have spaces itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[UTIME]) + Number(fields[STIME])) * MICROSECONDS_PER_TICK;
}

/** What the kernel tells programs is always in hundredths of a second. */
const MICROSECONDS_PER_TICK = 10_000;

/** Places after the name: `utime` is the 14th field of all, `stime` the 15th. */
const UTIME = 11;
const STIME = 12;
