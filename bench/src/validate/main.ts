// Our closures beside other validators of the same schemas: `pnpm --filter @plainmcp/bench validate`.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleScript } from "../shared/bundle-script.js";
import { interleave, type Subject } from "../shared/interleave.js";
import { machine } from "../shared/machine.js";
import { median } from "../shared/median.js";
import { runProcess } from "../shared/run-process.js";
import { ratio, table } from "../shared/table.js";
import { createWorkFolder } from "../shared/work-folder.js";
import { type WrittenCandidate, writeCandidates } from "./write-candidates.js";

const { tiny = false } = parseArgs({ options: { tiny: { type: "boolean" } } }).values;
const TOOLS = tiny ? 2 : 100;
const ROUNDS = tiny ? 1 : 9;
/** How long each kind of call is repeated, in milliseconds. */
const DURATION = tiny ? 2 : 400;

/** What one process found. */
interface Sample {
  /** Milliseconds to load the code and prepare all schemas. */
  readonly startUp: number;
  /** Nanoseconds for a valid value. */
  readonly valid: number;
  /** Nanoseconds for an invalid value. */
  readonly invalid: number;
}

const work = createWorkFolder();
const runner = await bundleScript(fileURLToPath(new URL("run-candidate.ts", import.meta.url)), work);
const { validators, results } = await writeCandidates(work, TOOLS);

console.log(`${machine()}\n`);
console.log(await measure("validate", validators));
console.log();
console.log(await measure("send a result", results));

/** Measures all in turn; the table has their medians, and how they compare with the first. */
async function measure(what: string, candidates: readonly WrittenCandidate[]): Promise<string> {
  const subjects = candidates.map(({ name, file }): Subject<Sample> => {
    const args = [runner, work, file, String(DURATION)];
    return { name, measure: async () => JSON.parse((await runProcess(args, { cwd: work })).stdout) };
  });
  const medians = [...(await interleave(subjects, ROUNDS))].map(([name, samples]) => ({
    name,
    startUp: median(samples.map(({ startUp }) => startUp)),
    valid: median(samples.map(({ valid }) => valid)),
    invalid: median(samples.map(({ invalid }) => invalid)),
  }));
  const ours = medians[0] ?? { startUp: Number.NaN, valid: Number.NaN, invalid: Number.NaN };
  const header = [`${what}, ${TOOLS} tools`, "start-up", "of ours", "valid call", "of ours", "invalid call", "of ours"];
  const rows = medians.map(({ name, startUp, valid, invalid }) => [
    name,
    `${startUp.toFixed(1)} ms`,
    ratio(startUp, ours.startUp),
    `${valid.toFixed(0)} ns`,
    ratio(valid, ours.valid),
    `${invalid.toFixed(0)} ns`,
    ratio(invalid, ours.invalid),
  ]);
  return table(header, rows);
}
