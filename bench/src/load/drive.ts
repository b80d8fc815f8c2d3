import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
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
  readonly p95: number;
  readonly p99: number;
}

/** How a server is loaded. */
export interface LoadOptions {
  readonly pid: number;
  /** One for each request in flight; over stdio they are all the same. */
  readonly connections: readonly Connection[];
  readonly workload: Workload;
  /** Milliseconds after which each connection begins. @default At once */
  readonly delays?: readonly number[];
  /**
   * Whether the client stays awake, on a core of its own. If it slept, each answer of a server that is slower than the
   * client would pay for waking it. Over a network, no server pays for that.
   * @default false
   */
  readonly isAwake?: boolean;
  /** When it ends: milliseconds, longer if the server has used too little processor time to tell, or requests. */
  readonly until: { readonly milliseconds: number } | { readonly requests: number };
}

/** Keeps one request in flight on each connection. @throws Error on the first wrong answer, and when there is none */
export async function drive({
  pid,
  connections,
  workload,
  delays = [],
  isAwake,
  until,
}: LoadOptions): Promise<LoadSample> {
  await Promise.all(connections.map((connection) => connection.renew()));
  const most = "requests" in until ? until.requests : Number.POSITIVE_INFINITY;
  const latencies: number[] = [];
  let number = 0;
  let isOver = false;
  const ask = async (connection: Connection, at: number): Promise<void> => {
    const delay = delays[at] ?? 0;
    if (delay > 0) await sleep(delay);
    while (!isOver && number < most) {
      number += 1;
      const mine = number;
      const asked = performance.now();
      const answer = await connection.ask(workload.request(mine));
      latencies.push(performance.now() - asked);
      if (!workload.isRight(answer, mine)) throw new Error(`A wrong answer under load: ${answer.slice(0, 2000)}`);
    }
  };
  const fallAsleep = isAwake ? stayAwake() : undefined;
  const cpuBefore = cpuTime(pid);
  const started = performance.now();
  const isEnough = (): boolean =>
    "milliseconds" in until &&
    performance.now() - started >= until.milliseconds &&
    cpuTime(pid) - cpuBefore >= LEAST_CPU;
  const watch = watchProgress(
    () => latencies.length,
    () => {
      isOver = isEnough();
    },
  );
  try {
    await Promise.race([Promise.all(connections.map(ask)), watch.stuck]);
  } finally {
    isOver = true;
    watch.end();
    fallAsleep?.();
  }
  const seconds = (performance.now() - started) / 1000;
  const sorted = latencies.sort((one, other) => one - other);
  const quantile = (part: number): number => (sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN) * 1000;
  return {
    cpu: (cpuTime(pid) - cpuBefore) / latencies.length,
    perSecond: latencies.length / seconds,
    p50: median(sorted) * 1000,
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

/** Keeps the event loop turning until the returned function is called. */
function stayAwake(): () => void {
  let next = setImmediate(function turn() {
    next = setImmediate(turn);
  });
  return () => clearImmediate(next);
}

/** Looks every few milliseconds; `stuck` rejects when nothing has been answered for long. */
function watchProgress(answered: () => number, look: () => void): { readonly stuck: Promise<never>; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    let last = { count: 0, at: performance.now() };
    timer = setInterval(() => {
      look();
      if (answered() > last.count) last = { count: answered(), at: performance.now() };
      if (performance.now() - last.at > PATIENCE) reject(new Error("The server stopped answering."));
    }, 5);
  });
  return { stuck, end: () => clearInterval(timer) };
}

/** Milliseconds without any answer. */
const PATIENCE = 30_000;

/** Five steps of what the kernel counts. */
const LEAST_CPU = 50_000;
