import { parseArgs } from "node:util";
import type { Bench, BenchOptions } from "../shared/bench.js";

/** What the command was asked to do. */
export interface Arguments {
  readonly command: "docs" | "help" | "list" | "run";
  readonly benches: readonly Bench[];
  readonly options: BenchOptions;
  /** A file for all reports as JSON. */
  readonly json: string | undefined;
  /** Whether to keep the reports for the documentation. */
  readonly save: boolean;
}

/** A mistake of the person who runs the command. */
export class UsageError extends Error {}

export const HELP = `Usage: npm run bench [NAME...] [-- OPTIONS]

Without a name, lists the benches. "all" runs them all; "docs" writes
docs/performance.md and its charts again from the results that --save has kept.

Options, after "--" so that npm passes them on:
  --tiny            one short round: whether everything works, not how fast it is
  --full            all combinations, not only those that tell most
  --subjects a,b    measure only these, and what they are compared with
  --rounds N        rounds that count; one more warms up
  --json FILE       also write what was measured to a file
  --save            keep it in bench/results, which the documentation is made from
  --help            print this help

Exit codes: 0 measured, 1 something failed or answered wrongly, 2 wrong usage, 130 stopped with Ctrl-C.

Examples:
  npm run bench http-call
  npm run bench -- http-call stdio-call --subjects ours,sdk-v2 --rounds 3
  npm run bench -- all --save && npm run bench docs`;

/** Reads the command line. @throws UsageError when it makes no sense */
export function readArguments(args: readonly string[], all: readonly Bench[]): Arguments {
  const { values, positionals } = parse(args);
  const isDocs = positionals.includes("docs");
  if (isDocs && positionals.length > 1) throw new UsageError("docs goes alone: it measures nothing.");
  if (values.save && values.tiny) throw new UsageError("--save keeps what was measured, and --tiny measures nothing.");
  const benches = isDocs ? [] : positionals.includes("all") ? all : positionals.map((name) => benchOf(name, all));
  return {
    command: values.help ? "help" : isDocs ? "docs" : benches.length === 0 ? "list" : "run",
    benches,
    options: {
      tiny: values.tiny ?? false,
      full: values.full ?? false,
      rounds: values.rounds === undefined ? undefined : roundsOf(values.rounds),
      subjects: values.subjects === undefined ? undefined : subjectsOf(values.subjects, benches),
    },
    json: values.json,
    save: values.save ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        full: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        json: { type: "string" },
        rounds: { type: "string" },
        save: { type: "boolean" },
        subjects: { type: "string" },
        tiny: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function benchOf(name: string, all: readonly Bench[]): Bench {
  const bench = all.find((candidate) => candidate.name === name);
  if (bench !== undefined) return bench;
  throw new UsageError(`There is no bench ${name}. There are: ${all.map((each) => each.name).join(", ")}, all.`);
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new UsageError(`--rounds takes a whole number from 1, not ${text}.`);
}

/** Each must be measured by one bench at least. */
function subjectsOf(text: string, benches: readonly Bench[]): readonly string[] {
  const known = new Set(benches.flatMap(({ subjects }) => subjects));
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return names;
  throw new UsageError(`There is no subject ${unknown.join(", ")}. There are: ${[...known].join(", ")}.`);
}
