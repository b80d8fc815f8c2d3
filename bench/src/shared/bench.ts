import type { ReportTable } from "./report.js";

/** How much a bench measures. */
export interface BenchOptions {
  /** One short round of a little: whether it works, not how fast anything is. */
  readonly tiny: boolean;
  /** More than is needed to see how subjects compare. */
  readonly full: boolean;
  /** Names of the subjects to measure; all of them if undefined. */
  readonly subjects: readonly string[] | undefined;
  readonly rounds: number | undefined;
}

/** Something that can be measured by name. */
export interface Bench {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** The names that `--subjects` takes. */
  readonly subjects: readonly string[];
  /** Why it cannot run on this machine, in words. */
  readonly problem?: string | undefined;
  run(options: BenchOptions): Promise<BenchResult>;
}

/** What a bench found. */
export interface BenchResult {
  readonly tables: readonly ReportTable[];
  /** What each subject is made with. */
  readonly versions: Readonly<Record<string, string>>;
}
