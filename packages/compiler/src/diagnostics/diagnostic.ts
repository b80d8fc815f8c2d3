/** One problem in the user's sources or configuration. */
export interface Diagnostic {
  /** `"PLAIN1001"` for a contract error, `"TS2322"` for a type error. */
  readonly code: string;
  /** An error makes the contract unusable. A hint never makes anything fail. */
  readonly severity: "error" | "warning" | "hint";
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly help?: string;
  /** Absolute path. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  /** Length of the underlined text. */
  readonly length?: number;
  /** The source line, for the code frame. */
  readonly text?: string;
  /** True for a type error in a file that the contract does not depend on. */
  readonly outsideContract?: true;
}
