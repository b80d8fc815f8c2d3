import type { ErrorPolicy } from "./error-policy.js";
import type { ErrorReporter } from "./error-report.js";
import { Failures } from "./failures.js";

/** Reports errors to the operator, and knows what clients get of them. */
export interface Report {
  /**
   * Reports the full error, and returns its reference in the log.
   *
   * @param source What failed, such as `tool "add"`
   */
  (error: unknown, source: string): string;
  /** @default "masked" */
  readonly errors?: ErrorPolicy | undefined;
  /** Says how many failures were only counted so far. */
  readonly flush?: () => void;
}

/** @param onError Receives the errors. @default writes them to stderr, and counts repeated ones */
export function createReport(onError?: ErrorReporter, errors?: ErrorPolicy): Report {
  let failures: Failures | undefined;
  const report = (error: unknown, source: string): string => {
    failures ??= new Failures(onError);
    return failures.report(error, source);
  };
  return Object.assign(report, { errors, flush: () => failures?.flush() });
}
