import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive } from "../load/drive.js";
import { createWorkload } from "../load/workload.js";
import { besideBase } from "../servers/beside-base.js";
import { firstAnswer } from "../servers/first-answer.js";
import { newestEra, selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench } from "../shared/bench.js";
import { countOf } from "../shared/count-of.js";
import { type Beside, measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import type { ReportTable, Row } from "../shared/report.js";

/** What more tools cost, at the start and in each call. */
export const SCALE: Bench = {
  name: "scale",
  summary: "calls and starts of servers with 1, 10, 100 and 1000 tools, over stdio",
  subjects: SERVER_SUBJECTS.map(({ name }) => name),
  problem: cpuTimeProblem(),
  run: async ({ tiny, rounds = tiny ? 0 : 3, subjects: wanted }) => {
    const subjects = selectSubjects(SERVER_SUBJECTS, wanted);
    const sizes = tiny ? [1, 10] : [1, 10, 100, 1000];
    const bySize: ReadonlyMap<string, readonly Beside<Sample>[]>[] = [];
    for (const tools of sizes) bySize.push(await measureSize(tools, subjects, rounds, tiny ? 20 : 600));
    const tables = [
      toTable("a call over stdio", "cpu", "µs", sizes, subjects, bySize),
      toTable("first answer over stdio", "start", "ms", sizes, subjects, bySize),
    ];
    return { tables, versions: versionsOf(subjects) };
  },
};

/** What one process did. */
interface Sample {
  /** Microseconds of processor time for a call. */
  readonly cpu: number;
  /** Milliseconds to the first answer. */
  readonly start: number;
}

const IN_FLIGHT = 32;

function measureSize(
  tools: number,
  subjects: readonly ServerSubject[],
  rounds: number,
  duration: number,
): Promise<ReadonlyMap<string, readonly Beside<Sample>[]>> {
  const able = subjects.filter((subject) => newestEra(subject, "stdio") !== undefined);
  const measure = (subject: ServerSubject): Promise<Sample> => measureProcess(subject, tools, duration);
  return measureBeside(besideBase(able, measure), rounds, countOf(tools, "tool"));
}

async function measureProcess(subject: ServerSubject, tools: number, duration: number): Promise<Sample> {
  const era = newestEra(subject, "stdio") ?? "legacy";
  const { milliseconds, server, connection } = await firstAnswer(subject, { transport: "stdio", tools, era });
  try {
    const workload = createWorkload("tools/call", tools);
    const connections = Array.from({ length: IN_FLIGHT }, () => connection);
    const load = { pid: server.pid, connections, workload, isAwake: true };
    await drive({ ...load, until: { milliseconds: duration / 2 } });
    const { cpu } = await drive({ ...load, until: { milliseconds: duration } });
    return { cpu, start: milliseconds };
  } finally {
    await server.end();
  }
}

const SMALLER = { ms: "µs", µs: "ns" } as const;

/** A row for each subject, a column for each size, and what the largest is of bare's and of the smallest. */
function toTable(
  title: string,
  key: keyof Sample,
  unit: keyof typeof SMALLER,
  sizes: readonly number[],
  subjects: readonly ServerSubject[],
  bySize: readonly ReadonlyMap<string, readonly Beside<Sample>[]>[],
): ReportTable {
  const columns = [
    ...sizes.map((tools) => ({ name: countOf(tools, "tool"), unit })),
    { name: "of bare", unit: "×" },
    { name: "of 1 tool", unit: "×" },
    { name: "each further tool", unit: SMALLER[unit] },
  ] as const;
  const rows = subjects.map((subject): Row => {
    const note = subject.lacks("stdio", newestEra(subject, "stdio") ?? "legacy");
    if (note !== undefined) return { subject: subject.name, values: [], note };
    const taken = bySize.map((samples) => samples.get(subject.name) ?? []);
    const medians = taken.map((samples) => median(samples.map(({ own }) => own[key])));
    const toBase = median((taken.at(-1) ?? []).map(({ own, base }) => own[key] / base[key]));
    const [least = Number.NaN] = medians;
    const most = medians.at(-1) ?? Number.NaN;
    const further = ((most - least) * 1000) / ((sizes.at(-1) ?? Number.NaN) - 1);
    return { subject: subject.name, values: [...medians, toBase, most / least, further] };
  });
  return { title, columns, rows, chart: sizes.length };
}
