// What it costs to know which call a failure belongs to: `pnpm --filter @plainmcp/bench contain`.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleScript } from "../shared/bundle-script.js";
import { interleave, type Subject } from "../shared/interleave.js";
import { machine } from "../shared/machine.js";
import { median } from "../shared/median.js";
import { runProcess } from "../shared/run-process.js";
import { ratio, table } from "../shared/table.js";
import { createWorkFolder } from "../shared/work-folder.js";

const { tiny = false } = parseArgs({ options: { tiny: { type: "boolean" } } }).values;
const ROUNDS = tiny ? 1 : 15;
/** How long each subject is called, in milliseconds. */
const DURATION = tiny ? 2 : 400;

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

const work = createWorkFolder();
const runner = await bundleScript(fileURLToPath(new URL("run-calls.ts", import.meta.url)), work);
// Each in a process of its own, because before Node 24 AsyncLocalStorage slows down every promise once it has been used.
const subjects = SUBJECTS.map((name): Subject<number> => {
  const measure = async () => Number((await runProcess([runner, name, String(DURATION)], { cwd: work })).stdout);
  return { name, measure };
});

console.log(`${machine()}\n`);
const medians = new Map([...(await interleave(subjects, ROUNDS))].map(([name, times]) => [name, median(times)]));
const of = (name: string): number => medians.get(name) ?? Number.NaN;
const rows = SUBJECTS.map((name) => {
  const base = name.replace(/, contained$/, ", not contained");
  const toBase = medians.has(base) && base !== name ? ratio(of(name), of(base)) : "";
  return [name, `${of(name).toFixed(0)} ns`, ratio(of(name), of(BARE)), toBase];
});
console.log(table(["a call", "median", "of bare", "of not contained"], rows));
