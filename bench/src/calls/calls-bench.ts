import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive, type LoadOptions, type LoadSample } from "../load/drive.js";
import { createWorkload, type Method, type Workload } from "../load/workload.js";
import type { Connection } from "../protocol/connection.js";
import { ERAS, type Era, REVISIONS } from "../protocol/messages.js";
import { besideBase } from "../servers/beside-base.js";
import { type RunningServer, runServer } from "../servers/run-server.js";
import { selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject, Transport } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench, BenchOptions } from "../shared/bench.js";
import { countOf } from "../shared/count-of.js";
import { type Beside, measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import { named } from "../shared/named.js";
import { progress } from "../shared/progress.js";
import type { Column, ReportTable, Row } from "../shared/report.js";
import { withDeadline } from "../shared/with-deadline.js";

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
  /** Milliseconds of load that a new process gets before anything counts: V8 has to see the code often to optimise it. */
  readonly warmUp: number;
}

const IN_FLIGHT = [1, 32, 256] as const;

/** What charts show. */
const MAIN = { tools: 50, inFlight: 32 };

function groupsOf({ tiny, full, rounds = tiny ? 0 : 5 }: BenchOptions): readonly Group[] {
  if (tiny) return ERAS.map((era) => ({ era, tools: 2, inFlight: [4], rounds, duration: 20, warmUp: 0 }));
  const duration = full ? 1000 : 600;
  const group = (era: Era, tools: number, inFlight: readonly number[]): Group => ({
    era,
    tools,
    inFlight,
    rounds,
    duration,
    warmUp: 2000,
  });
  if (full) return ERAS.flatMap((era) => [50, 1, 500].map((tools) => group(era, tools, IN_FLIGHT)));
  return [...ERAS.map((era) => group(era, 50, IN_FLIGHT)), ...[1, 500].map((tools) => group("modern", tools, [32]))];
}

async function measureGroup(
  transport: Transport,
  method: Method,
  { era, tools, inFlight, rounds, duration, warmUp }: Group,
  subjects: readonly ServerSubject[],
): Promise<readonly ReportTable[]> {
  const able = subjects.filter(({ lacks }) => lacks(transport, era) === undefined);
  const running = new Map<string, RunningServer>();
  const tables: ReportTable[] = [];
  try {
    for (const subject of able) running.set(subject.name, await runServer(subject, { transport, era, tools }));
    for (const count of inFlight) {
      const title = `${method} over ${WORDS[transport]}, ${REVISIONS[era]}, ${countOf(tools, "tool")}, ${count} in flight`;
      const open: Connection[] = [];
      const load = new Map<string, Load>();
      for (const { name } of able) {
        const server = required(running, name);
        const workload = createWorkload(method, tools);
        const connections = await connectAll(name, server, count, workload);
        open.push(...connections);
        const loaded = { pid: server.pid, connections, workload, isAwake: true };
        load.set(name, loaded);
        if (count === inFlight[0] && warmUp > 0) {
          progress(title, `warming up, ${name}`);
          await named(name, () => drive({ ...loaded, until: { milliseconds: warmUp } }));
        }
      }
      const measured = besideBase(able, ({ name }) =>
        drive({ ...required(load, name), until: { milliseconds: duration } }),
      );
      const samples = await measureBeside(measured, rounds, title);
      const noteOf = (subject: ServerSubject) => subject.lacks(transport, era) ?? subject.note?.(transport, era);
      const isCharted = tools === MAIN.tools && count === MAIN.inFlight;
      tables.push({ ...toTable(title, subjects, noteOf, samples), ...(isCharted && { chart: 1 }) });
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
  const connect = async (): Promise<readonly Connection[]> => {
    const connections = await Promise.all(Array.from({ length: count }, () => server.connect()));
    const [first] = connections;
    // It may have been idle while the others started.
    await first?.renew();
    if (first !== undefined) await workload.verify(first);
    return connections;
  };
  return await named(name, () => withDeadline(connect(), CONNECT_LIMIT, "There was no answer."));
}

/** Milliseconds for all connections, their sessions and the first answers. */
const CONNECT_LIMIT = 60_000;

type Load = Omit<LoadOptions, "until">;

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
  return { title, columns: COLUMNS, rows };
}

function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is not measured.`);
  return value;
}
