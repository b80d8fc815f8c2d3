import { runReporter } from "../containment/run-reporter.js";
import type { Registry } from "../registry/registry.js";
import type { ErrorReport } from "./error-report.js";
import { guardReporter } from "./guard-reporter.js";
import { reportToStderr } from "./report-to-stderr.js";

/**
 * Reports an error in full, and returns the reference under which it is in the log.
 *
 * @param source What failed, such as `tool "add"`
 */
export function reportError(error: unknown, source: string, registry: Pick<Registry, "onError">): string {
  const reference = crypto.randomUUID().slice(0, 8);
  report({ error, reference, source }, registry);
  return reference;
}

/** When the reporter fails itself, stderr has both errors. */
function report(entry: ErrorReport, { onError }: Pick<Registry, "onError">): void {
  const guarded = guardReporter(onError, ({ reference }, error) => {
    reportToStderr(entry);
    reportToStderr({ error, reference, source: "onError" });
  });
  runReporter(() => guarded(entry));
}
