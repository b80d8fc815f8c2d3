/** What numbers count. */
export type Unit = "ns" | "µs" | "ms" | "s" | "B" | "kB" | "MB" | "×" | "/s" | "";

/** A column of numbers. */
export interface Column {
  readonly name: string;
  readonly unit: Unit;
}

/** What was measured of one subject. */
export interface Row {
  readonly subject: string;
  /** One for each column; null if there is none. */
  readonly values: readonly (number | null)[];
  /** Why there is none, or what the numbers do not show, in words. */
  readonly note?: string;
}

/** Numbers that belong together. */
export interface ReportTable {
  /** What was measured, such as `tools/call over HTTP, 50 tools`. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The place of the column that a chart shows, if there is to be one. */
  readonly chart?: number;
}

/** What a bench found. It is kept as JSON, and the documentation is made from it. */
export interface Report {
  readonly bench: string;
  /** What it was measured on. */
  readonly machine: string;
  /** What each subject is made with. */
  readonly versions: Readonly<Record<string, string>>;
  readonly tables: readonly ReportTable[];
}
