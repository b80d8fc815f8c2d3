import { type CallScope, currentContainment } from "../containment/containment.js";
import { reportToStderr } from "./report-to-stderr.js";

/**
 * Runs code that calls `onError`. If work that `onError` left running fails, the error goes to stderr and not to
 * `onError`, which might fail again and again.
 */
export function runReporter<T>(report: () => T): T {
  return currentContainment().run(REPORTING, report);
}

const REPORTING: CallScope = {
  source: "onError",
  contain: (error) =>
    reportToStderr({ error, reference: crypto.randomUUID().slice(0, 8), source: "background work of onError" }),
};
