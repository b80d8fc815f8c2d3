import { fileURLToPath } from "node:url";
import { installedVersion } from "../servers/installed-version.js";
import type { Bench } from "../shared/bench.js";
import { bundleScript } from "../shared/bundle-script.js";
import { interleave, type Subject } from "../shared/interleave.js";
import { median } from "../shared/median.js";
import type { Column, ReportTable } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder } from "../shared/work-folder.js";
import { type WrittenCandidate, writeCandidates } from "./write-candidates.js";

/** Our closures beside other validators of the same schemas. */
export const VALIDATE: Bench = {
  name: "validate",
  summary: "checking arguments and sending results, beside Ajv, zod and others",
  subjects: [],
  run: async ({ tiny, rounds = tiny ? 0 : 9 }) => {
    const settings = { tools: tiny ? 2 : 100, rounds, duration: tiny ? 2 : 400 };
    const work = createWorkFolder();
    const runner = await bundleScript(fileURLToPath(new URL("run-candidate.ts", import.meta.url)), work);
    const { validators, results } = await writeCandidates(work, settings.tools);
    const tables = [
      await measure("validate", validators, { ...settings, work, runner }),
      await measure("send a result", results, { ...settings, work, runner }),
    ];
    const packages = ["ajv", "zod", "@cfworker/json-schema"];
    return { tables, versions: Object.fromEntries(packages.map((name) => [name, installedVersion(name)])) };
  },
};

/** What one process found. */
interface Sample {
  /** Milliseconds to load the code and prepare all schemas. */
  readonly startUp: number;
  /** Nanoseconds for a valid value. */
  readonly valid: number;
  /** Nanoseconds for an invalid value. */
  readonly invalid: number;
}

interface Settings {
  readonly tools: number;
  readonly rounds: number;
  /** How long each kind of call is repeated, in milliseconds. */
  readonly duration: number;
  readonly work: string;
  /** The script that measures one of them. */
  readonly runner: string;
}

const COLUMNS: readonly Column[] = [
  { name: "start-up", unit: "ms" },
  { name: "of ours", unit: "×" },
  { name: "valid call", unit: "ns" },
  { name: "of ours", unit: "×" },
  { name: "invalid call", unit: "ns" },
  { name: "of ours", unit: "×" },
];

/** Measures all in turn; the table has their medians, and how they compare with the first. */
async function measure(
  what: string,
  candidates: readonly WrittenCandidate[],
  { tools, rounds, duration, work, runner }: Settings,
): Promise<ReportTable> {
  const subjects = candidates.map(({ name, file }): Subject<Sample> => {
    const args = [runner, work, file, String(duration)];
    return { name, measure: async () => JSON.parse((await runProcess(args, { cwd: work })).stdout) };
  });
  const medians = [...(await interleave(subjects, rounds, what))].map(([name, samples]) => ({
    name,
    startUp: median(samples.map(({ startUp }) => startUp)),
    valid: median(samples.map(({ valid }) => valid)),
    invalid: median(samples.map(({ invalid }) => invalid)),
  }));
  const ours = medians[0] ?? { startUp: Number.NaN, valid: Number.NaN, invalid: Number.NaN };
  const rows = medians.map(({ name, startUp, valid, invalid }) => ({
    subject: name,
    values: [startUp, startUp / ours.startUp, valid, valid / ours.valid, invalid, invalid / ours.invalid],
  }));
  return { title: `${what}, ${tools} tools`, columns: COLUMNS, rows, chart: 3 };
}
