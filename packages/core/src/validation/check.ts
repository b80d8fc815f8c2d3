import { describeValue } from "./describe-value.js";
import type { Identities } from "./identities.js";
import type { Finding, Report } from "./report.js";

/** Returns whether a value passes. With a report, it continues after a failure and records what is wrong. */
export type Check = (value: unknown, run: Run) => boolean;

/** The state of one validation. */
export interface Run {
  /** Absent on the first, fast walk, which stops at the first failure and allocates nothing. */
  report: Report | undefined;
  /** How many arrays and objects enclose the current value. */
  depth: number;
  /** How many `$ref`s were followed. */
  references: number;
  /** Cached results of referenced schemas by object; used once `references` is suspiciously high. */
  verdicts: Map<Check, Map<object, boolean>> | undefined;
  /** The results of tests that take long, by their text. */
  tested: Map<string, boolean> | undefined;
  /** What was compared with other items of its array. */
  identities: Identities | undefined;
}

/** Values nested deeper than this, in arrays and objects, are refused. */
export const MAX_DEPTH = 500;

/** Thrown if a value cannot be checked completely. It ends the whole validation. */
export class RefusedValueError extends Error {
  override readonly name = "RefusedValueError";
  /** Takes the place of the keyword in the issue. */
  readonly keyword: string;

  constructor(keyword: string, message: string) {
    super(message);
    this.keyword = keyword;
  }
}

/** Steps into an array or object. @throws RefusedValueError when it is nested too deeply */
export function descend(run: Run): void {
  if (run.depth >= MAX_DEPTH) throw tooDeep();
  run.depth += 1;
}

/** The refusal of a value that is nested deeper than {@link MAX_DEPTH}. */
export function tooDeep(): RefusedValueError {
  const expected = `at most ${MAX_DEPTH} levels of arrays and objects`;
  return new RefusedValueError("depth", `expected ${expected}, got a value that is nested deeper or contains itself`);
}

/** Begins a validation. */
export function createRun(report?: Report): Run {
  return { report, depth: 0, references: 0, verdicts: undefined, tested: undefined, identities: undefined };
}

/** Fails a check, and records it in the report, if there is one. */
export function fail(run: Run, keyword: string, expected: string, value: unknown, got?: string): false {
  run.report?.add(keyword, expected, got ?? describeValue(value));
  return false;
}

/** Runs a check on a part of the current value. @throws RefusedValueError */
export function checkChild(check: Check, child: unknown, key: string | number, run: Run): boolean {
  descend(run);
  run.report?.path.push(key);
  const passed = check(child, run);
  run.report?.path.pop();
  run.depth -= 1;
  return passed;
}

/** Runs a check without reporting. */
export function passes(check: Check, value: unknown, run: Run): boolean {
  const { report } = run;
  run.report = undefined;
  const passed = check(value, run);
  run.report = report;
  return passed;
}

/** Runs a check and returns what it would report, without reporting it. */
export function findingsOf(check: Check, value: unknown, run: Run, report: Report): readonly Finding[] {
  const { findings } = report;
  report.findings = [];
  check(value, run);
  const own = report.findings;
  report.findings = findings;
  return own;
}

/** Combines checks into one. It stops at the first failure, unless there is a report with room for more. */
export function allOf(checks: readonly Check[]): Check {
  if (checks.length === 0) return pass;
  const [first, second] = checks as readonly [Check, ...Check[]];
  if (second === undefined) return first;
  if (checks.length === 2) return (value, run) => allOfTwo(first, second, value, run);
  return (value, run) => {
    let passed = true;
    for (const check of checks) {
      if (check(value, run)) continue;
      if (isDone(run)) return false;
      passed = false;
    }
    return passed;
  };
}

/** Most often there are two, which need no list. */
function allOfTwo(first: Check, second: Check, value: unknown, run: Run): boolean {
  const passed = first(value, run);
  if (!passed && isDone(run)) return false;
  return second(value, run) && passed;
}

/** Whether a check can stop after a failure. */
export function isDone(run: Run): boolean {
  return run.report === undefined || run.report.isFull();
}

/** The check of the schema `true`. */
export const pass: Check = () => true;

/** The check of the schema `false`. */
export const refuse: Check = (value, run) => fail(run, "false", "nothing here", value);
