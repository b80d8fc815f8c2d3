import { performance } from "node:perf_hooks";
import type { Connection } from "../protocol/connection.js";
import { median } from "../shared/median.js";
import { cpuTime } from "./cpu-time.js";
import type { Workload } from "./workload.js";

/** What a server did under load. */
export interface LoadSample {
  /** Microseconds of the server's processor time per request. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Microseconds from a request to its answer. */
  readonly p50: number;
  readonly p99: number;
}

/** How a server is loaded. */
export interface LoadOptions {
  readonly pid: number;
  /** One for each request in flight; over stdio they are all the same. */
  readonly connections: readonly Connection[];
  readonly workload: Workload;
  /** Milliseconds; longer if the server has used too little processor time to tell. */
  readonly duration: number;
}

/** Keeps one request in flight on each connection for a while. @throws Error on the first wrong answer */
export async function drive({ pid, connections, workload, duration }: LoadOptions): Promise<LoadSample> {
  const latencies: number[] = [];
  let number = 0;
  let isOver = false;
  const ask = async (connection: Connection): Promise<void> => {
    while (!isOver) {
      number += 1;
      const mine = number;
      const asked = performance.now();
      const answer = await connection.ask(workload.request(mine));
      latencies.push(performance.now() - asked);
      if (!workload.isRight(answer, mine)) throw new Error(`A wrong answer under load: ${answer.slice(0, 2000)}`);
    }
  };
  const cpuBefore = cpuTime(pid);
  const started = performance.now();
  const timer = setInterval(() => {
    isOver = performance.now() - started >= duration && cpuTime(pid) - cpuBefore >= LEAST_CPU;
  }, 5);
  try {
    await Promise.all(connections.map(ask));
  } finally {
    isOver = true;
    clearInterval(timer);
  }
  const seconds = (performance.now() - started) / 1000;
  const sorted = latencies.sort((one, other) => one - other);
  return {
    cpu: (cpuTime(pid) - cpuBefore) / latencies.length,
    perSecond: latencies.length / seconds,
    p50: median(sorted) * 1000,
    p99: (sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN) * 1000,
  };
}

/** Five steps of what the kernel counts. */
const LEAST_CPU = 50_000;
