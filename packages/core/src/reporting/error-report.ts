/** An error that a method threw, and what was called. */
export interface ErrorReport {
  readonly error: unknown;
  /** The id that the client got instead of the error. Use it to find this report. */
  readonly reference: string;
  /** What was called, such as `tool "add"`. */
  readonly source: string;
}

/**
 * Receives every error that a client must not see in full. It may be asynchronous; nothing waits for it. The error and the source
 * may contain control characters that a client has sent.
 *
 * @example
 * ```ts
 * const onError: ErrorReporter = ({ error, reference, source }) => logger.error({ error, reference, source });
 * ```
 */
export type ErrorReporter = (report: ErrorReport) => void | Promise<void>;
