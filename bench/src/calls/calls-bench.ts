import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive, type LoadSample } from "../load/drive.js";
import { createWorkload, type Method, type Workload } from "../load/workload.js";
import type { Connection } from "../protocol/connection.js";
import { ERAS, type Era, REVISIONS } from "../protocol/messages.js";
import { type RunningServer, runServer } from "../servers/run-server.js";
import { selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject, Transport } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench, BenchOptions } from "../shared/bench.js";
import { type Beside, measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import type { Column, ReportTable, Row } from "../shared/report.js";

/** A bench of one method over one transport. */
export function createCallsBench(transport: Transport, method: Method): Bench {
  return {
    name: `${transport}-${method === "tools/call" ? "call" : "list"}`,
    summary: `${method} over ${WORDS[transport]}: processor time, requests a second, latency`,
    subjects: SERVER_SUBJECTS.map(({ name }) => name),
    problem: cpuTimeProblem(),
    run: async (options) => {
      const subjects = selectSubjects(SERVER_SUBJECTS, options.subjects);
      const tables: ReportTable[] = [];
      for (const group of groupsOf(options)) tables.push(...(await measureGroup(transport, method, group, subjects)));
      return { tables, versions: versionsOf(subjects) };
    },
  };
}

const WORDS = { http: "HTTP", stdio: "stdio" } as const;

/** What the same processes are measured with. */
interface Group {
  readonly era: Era;
  readonly tools: number;
  readonly inFlight: readonly number[];
  readonly rounds: number;
  /** Milliseconds. */
  readonly duration: number;
}

const IN_FLIGHT = [1, 32, 256] as const;

function groupsOf({ tiny, full, rounds = tiny ? 1 : 5 }: BenchOptions): readonly Group[] {
  if (tiny) return ERAS.map((era) => ({ era, tools: 2, inFlight: [4], rounds, duration: 20 }));
  const duration = full ? 1000 : 600;
  const group = (era: Era, tools: number, inFlight: readonly number[]): Group => ({
    era,
    tools,
    inFlight,
    rounds,
    duration,
  });
  if (full) return ERAS.flatMap((era) => [50, 1, 500].map((tools) => group(era, tools, IN_FLIGHT)));
  return [...ERAS.map((era) => group(era, 50, IN_FLIGHT)), ...[1, 500].map((tools) => group("modern", tools, [32]))];
}

async function measureGroup(
  transport: Transport,
  method: Method,
  { era, tools, inFlight, rounds, duration }: Group,
  subjects: readonly ServerSubject[],
): Promise<readonly ReportTable[]> {
  const able = subjects.filter(({ lacks }) => lacks(transport, era) === undefined);
  const running = new Map<string, RunningServer>();
  const tables: ReportTable[] = [];
  try {
    for (const subject of able) running.set(subject.name, await runServer(subject, { transport, era, tools }));
    for (const count of inFlight) {
      const title = `${method} over ${WORDS[transport]}, ${REVISIONS[era]}, ${tools} tools, ${count} in flight`;
      const loads = new Map<string, () => Promise<LoadSample>>();
      const open: Connection[] = [];
      for (const { name, isStructured = true } of able) {
        const server = running.get(name);
        if (server === undefined) continue;
        const workload = createWorkload(method, tools, isStructured);
        const connections = await connectAll(name, server, count, workload);
        open.push(...connections);
        loads.set(name, () => drive({ pid: server.pid, connections, workload, duration }));
      }
      const measured = able.map(({ name, base }) => ({
        name,
        measure: required(loads, name),
        ...(base !== name && { base: required(loads, base) }),
      }));
      const samples = await measureBeside(measured, rounds, title);
      tables.push(
        toTable(title, subjects, (subject) => subject.lacks(transport, era) ?? subject.note?.(transport, era), samples),
      );
      if (transport === "http") for (const connection of open) connection.close();
    }
  } finally {
    await Promise.all([...running.values()].map(({ end }) => end()));
  }
  return tables;
}

async function connectAll(
  name: string,
  server: RunningServer,
  count: number,
  workload: Workload,
): Promise<readonly Connection[]> {
  const connections: Connection[] = [];
  for (let n = 0; n < count; n += 1) connections.push(await server.connect());
  const [first] = connections;
  try {
    if (first !== undefined) await workload.verify(first);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  return connections;
}

const COLUMNS: readonly Column[] = [
  { name: "CPU per request", unit: "µs" },
  { name: "of bare", unit: "×" },
  { name: "requests", unit: "/s" },
  { name: "of bare", unit: "×" },
  { name: "p50", unit: "µs" },
  { name: "p99", unit: "µs" },
];

function toTable(
  title: string,
  subjects: readonly ServerSubject[],
  noteOf: (subject: ServerSubject) => string | undefined,
  samples: ReadonlyMap<string, readonly Beside<LoadSample>[]>,
): ReportTable {
  const rows = subjects.map((subject): Row => {
    const note = noteOf(subject);
    const taken = samples.get(subject.name) ?? [];
    const of = (key: keyof LoadSample) => median(taken.map(({ own }) => own[key]));
    const toBase = (key: keyof LoadSample) => median(taken.map(({ own, base }) => own[key] / base[key]));
    const values =
      taken.length === 0 ? [] : [of("cpu"), toBase("cpu"), of("perSecond"), toBase("perSecond"), of("p50"), of("p99")];
    return { subject: subject.name, values, ...(note !== undefined && { note }) };
  });
  return { title, columns: COLUMNS, rows, chart: 1 };
}

function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is not measured.`);
  return value;
}
