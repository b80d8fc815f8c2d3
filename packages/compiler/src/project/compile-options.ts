import type { CheckedSources } from "./project.js";
import type { SchemaSize } from "./schema-size.js";

/** Options of `compile`. */
export interface CompileOptions {
  /** Entry source files. */
  readonly files: readonly string[];
  /** The tsconfig file. @default the nearest one above the first file, else strict defaults */
  readonly tsconfig?: string;
  /** How large the schemas of one tool may be. @default `{ warn: 20_000, error: 200_000 }` bytes */
  readonly schemaSize?: SchemaSize;
  /** Directory that relative paths start from. @default process.cwd() */
  readonly cwd?: string;
}

/** The same, with an option that only our own packages use. */
export interface ProjectOptions extends CompileOptions {
  /**
   * Whose type errors are reported: those in all sources that the entry files reach, as `tsc` does, or only those in
   * the files that the contract comes from. @default "all"
   */
  readonly checked?: CheckedSources;
}
