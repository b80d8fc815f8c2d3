import type { ErrorPolicy } from "./error-policy.js";
import type { ErrorReporter } from "./error-report.js";
import { guardReporter } from "./guard-reporter.js";
import { reportToStderr } from "./report-to-stderr.js";
import { runReporter } from "./run-reporter.js";

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
}

/** Reports to `onError`. If that fails, it writes both errors to stderr. */
export function createReport(onError: ErrorReporter, errors?: ErrorPolicy): Report {
  const report = (error: unknown, source: string): string => {
    const reference = crypto.randomUUID().slice(0, 8);
    const guarded = guardReporter(onError, (entry, failure) => {
      reportToStderr(entry);
      reportToStderr({ error: failure, reference, source: "onError" });
    });
    runReporter(() => guarded({ error, reference, source }));
    return reference;
  };
  return Object.assign(report, { errors });
}
