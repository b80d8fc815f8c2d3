import { ERAS, type Era, REVISIONS } from "../protocol/messages.js";
import { besideBase } from "../servers/beside-base.js";
import { firstAnswer } from "../servers/first-answer.js";
import type { RunOptions } from "../servers/run-server.js";
import { selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject, Transport } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench, BenchOptions } from "../shared/bench.js";
import { countOf } from "../shared/count-of.js";
import { measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import type { Column, ReportTable, Row } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder } from "../shared/work-folder.js";

/** From the start of a server's process to its first answer to `tools/call`. */
export const COLD_START: Bench = {
  name: "cold-start",
  summary: "from the start of a process to its first answer to tools/call",
  subjects: SERVER_SUBJECTS.map(({ name }) => name),
  run: async (options) => {
    const subjects = selectSubjects(SERVER_SUBJECTS, options.subjects);
    const tables: ReportTable[] = [];
    for (const setting of settingsOf(options)) tables.push(await measureSetting(setting, subjects));
    return { tables, versions: versionsOf(subjects) };
  },
};

interface Setting {
  readonly transport: Transport;
  readonly era: Era;
  readonly tools: number;
  readonly rounds: number;
}

function settingsOf({ tiny, full, rounds = tiny ? 0 : 9 }: BenchOptions): readonly Setting[] {
  const setting = (transport: Transport, era: Era, tools: number): Setting => ({ transport, era, tools, rounds });
  const transports = ["stdio", "http"] as const;
  if (tiny) return transports.map((transport) => setting(transport, "modern", 1));
  return transports.flatMap((transport) => [
    ...ERAS.map((era) => setting(transport, era, 1)),
    ...(full ? ERAS : (["modern"] as const)).map((era) => setting(transport, era, 100)),
  ]);
}

/** A process that does nothing. */
const NOTHING = "node -e 0";

const COLUMNS: readonly Column[] = [
  { name: "first answer", unit: "ms" },
  { name: "of bare", unit: "×" },
  { name: "over bare", unit: "ms" },
];

async function measureSetting(
  { transport, era, tools, rounds }: Setting,
  subjects: readonly ServerSubject[],
): Promise<ReportTable> {
  const able = subjects.filter(({ lacks }) => lacks(transport, era) === undefined);
  const measured = besideBase(able, (subject) => timeOf(subject, { transport, era, tools }));
  const title = `first answer over ${transport}, ${REVISIONS[era]}, ${countOf(tools, "tool")}`;
  const bare = measured.find(({ base }) => base === undefined);
  const nothing = { name: NOTHING, measure: startNothing, ...(bare && { base: bare.measure }) };
  const samples = await measureBeside([nothing, ...measured], rounds, title);
  const rows = [{ name: NOTHING }, ...subjects].map((subject): Row => {
    const taken = samples.get(subject.name) ?? [];
    const values = [
      median(taken.map(({ own }) => own)),
      median(taken.map(({ own, base }) => own / base)),
      median(taken.map(({ own, base }) => own - base)),
    ];
    const note = "lacks" in subject ? (subject.lacks(transport, era) ?? subject.note?.(transport, era)) : undefined;
    return { subject: subject.name, values: taken.length === 0 ? [] : values, ...(note !== undefined && { note }) };
  });
  return { title, columns: COLUMNS, rows, ...(era === "modern" && tools === 1 && { chart: 0 }) };
}

/** Milliseconds until a new server has answered its first call. */
async function timeOf(subject: ServerSubject, options: RunOptions): Promise<number> {
  const { milliseconds, server } = await firstAnswer(subject, options);
  await server.end();
  return milliseconds;
}

async function startNothing(): Promise<number> {
  work ??= createWorkFolder();
  return (await runProcess(["-e", "0"], { cwd: work })).milliseconds;
}

let work: string | undefined;
