/** One problem of the user's sources or configuration. */
export interface Diagnostic {
  /** `"PLAIN1001"` for a contract error, `"TS2322"` for a type error. */
  readonly code: string;
  /** Errors make the contract useless; hints are for reading, and nothing ever fails because of one. */
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
  /** A type error in a file that no part of the contract comes from. */
  readonly outsideContract?: true;
}
