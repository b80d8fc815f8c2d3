import { fileURLToPath } from "node:url";
import type { Bench } from "../shared/bench.js";
import { bundleScript } from "../shared/bundle-script.js";
import { interleave, type Subject } from "../shared/interleave.js";
import { median } from "../shared/median.js";
import type { Row } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder } from "../shared/work-folder.js";

const BARE = "async function, bare";
const SUBJECTS = [
  BARE,
  "async function, AsyncLocalStorage.run",
  "async function, contained",
  "tool, not contained",
  "tool, contained",
  "request, not contained",
  "request, contained",
];

/** What it costs to know which call a failure belongs to. */
export const CONTAIN: Bench = {
  name: "contain",
  summary: "calls with and without knowing which of them a failure belongs to",
  subjects: SUBJECTS,
  run: async ({ tiny, rounds = tiny ? 0 : 15, subjects: wanted = SUBJECTS }) => {
    // How long each subject is called, in milliseconds.
    const duration = tiny ? 2 : 400;
    const work = createWorkFolder();
    const runner = await bundleScript(fileURLToPath(new URL("run-calls.ts", import.meta.url)), work);
    const names = SUBJECTS.filter((name) => name === BARE || wanted.includes(name));
    // Each in a process of its own, because before Node 24 AsyncLocalStorage slows down every promise once it has been used.
    const subjects = names.map((name): Subject<number> => {
      const measure = async () => Number((await runProcess([runner, name, String(duration)], { cwd: work })).stdout);
      return { name, measure };
    });
    const medians = new Map(
      [...(await interleave(subjects, rounds, "contain"))].map(([name, times]) => [name, median(times)]),
    );
    const of = (name: string): number => medians.get(name) ?? Number.NaN;
    const rows = names.map((name): Row => {
      const base = name.replace(/, contained$/, ", not contained");
      const toBase = medians.has(base) && base !== name ? of(name) / of(base) : null;
      return { subject: name, values: [of(name), of(name) / of(BARE), toBase] };
    });
    const columns = [
      { name: "median", unit: "ns" },
      { name: "of bare", unit: "×" },
      { name: "of not contained", unit: "×" },
    ] as const;
    return { tables: [{ title: "a call", columns, rows }], versions: {} };
  },
};
