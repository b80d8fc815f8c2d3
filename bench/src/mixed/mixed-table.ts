import type { LoadSample } from "../load/drive.js";
import type { ServerSubject } from "../servers/server-subject.js";
import type { Beside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import type { Column, ReportTable, Row } from "../shared/report.js";

type Samples = ReadonlyMap<string, readonly Beside<LoadSample>[]>;

const COLUMNS: readonly Column[] = [
  { name: "calls per CPU second", unit: "/s" },
  { name: "of bare", unit: "×" },
  { name: "of sdk-v2", unit: "×" },
  { name: "of sdk-v1", unit: "×" },
  { name: "calls", unit: "/s" },
  { name: "p50", unit: "ms" },
  { name: "p99", unit: "ms" },
];

/** How many calls a second of processor time was enough for, beside what the others on the same runtime made of it. */
export function mixedTable(
  title: string,
  subjects: readonly ServerSubject[],
  samples: Samples,
  noteOf: (subject: ServerSubject) => string | undefined,
): ReportTable {
  const rows = subjects.map((subject): Row => {
    const note = noteOf(subject);
    const taken = samples.get(subject.name) ?? [];
    const of = (read: (sample: LoadSample) => number) => median(taken.map(({ own }) => read(own)));
    const runtime = subject.base.slice("bare".length);
    const toOther = (name: string) => {
      const other = samples.get(`${name}${runtime}`) ?? [];
      return median(taken.map(({ own }, round) => (other[round]?.own.cpu ?? Number.NaN) / own.cpu));
    };
    const values =
      taken.length === 0
        ? []
        : [
            of(({ cpu }) => 1_000_000 / cpu),
            median(taken.map(({ own, base }) => base.cpu / own.cpu)),
            ...["sdk-v2", "sdk-v1"].map(toOther),
            of(({ perSecond }) => perSecond),
            of(({ p50 }) => p50 / 1000),
            of(({ p99 }) => p99 / 1000),
          ];
    return { subject: subject.name, values, ...(note !== undefined && { note }) };
  });
  return { title, columns: COLUMNS, rows, chart: 0 };
}
