import type { ErrorReporter } from "./error-report.js";
import { guardReporter } from "./guard-reporter.js";
import { reportToStderr } from "./report-to-stderr.js";
import { runReporter } from "./run-reporter.js";

/**
 * Reports the full error, and returns its reference in the log.
 *
 * @param source What failed, such as `tool "add"`
 */
export type Report = (error: unknown, source: string) => string;

/** Reports to `onError`. If that fails, it writes both errors to stderr. */
export function createReport(onError: ErrorReporter): Report {
  return (error, source) => {
    const reference = crypto.randomUUID().slice(0, 8);
    const guarded = guardReporter(onError, (entry, failure) => {
      reportToStderr(entry);
      reportToStderr({ error: failure, reference, source: "onError" });
    });
    runReporter(() => guarded({ error, reference, source }));
    return reference;
  };
}
