// Runs in a process of its own: starts one candidate and judges values with it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { Judge, Prepare } from "./candidate.js";
import { samples } from "./samples.js";

const [folder = ".", file = "", duration = "0"] = process.argv.slice(2);
const schemas = JSON.parse(readFileSync(join(folder, "schemas.json"), "utf8"));

const started = performance.now();
const { prepare }: { readonly prepare: Prepare } = await import(pathToFileURL(file).href);
const judges = prepare(schemas);
const startUp = performance.now() - started;

const values = judges.map((_, index) => samples(index));
for (const [index, judge] of judges.entries()) {
  const { valid, invalid } = values[index] ?? {};
  if (!judge(valid) || judge(invalid)) throw new Error(`${file} is wrong about schema ${index}`);
}
const valid = nanoseconds(values.map((value) => value.valid));
const invalid = nanoseconds(values.map((value) => value.invalid));
console.log(JSON.stringify({ startUp, valid, invalid }));

/** Time of one judgement, once the code is warm. */
function nanoseconds(list: readonly unknown[]): number {
  repeat(list, Number(duration) / 2);
  const begun = performance.now();
  const calls = repeat(list, Number(duration));
  return ((performance.now() - begun) * 1e6) / calls;
}

function repeat(list: readonly unknown[], milliseconds: number): number {
  const end = performance.now() + milliseconds;
  let calls = 0;
  do {
    for (let index = 0; index < judges.length; index += 1) (judges[index] as Judge)(list[index]);
    calls += judges.length;
  } while (performance.now() < end);
  return calls;
}
