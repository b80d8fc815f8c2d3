/** An error a method threw, and where. */
export interface ErrorReport {
  readonly error: unknown;
  /** The id that the client was given instead, to find this report by. */
  readonly reference: string;
  /** What was asked for, such as `tool "add"`. */
  readonly source: string;
}

/** Is told every error that a client must not see in full. It may be asynchronous; nothing waits for it. */
export type ErrorReporter = (report: ErrorReport) => void | Promise<void>;
