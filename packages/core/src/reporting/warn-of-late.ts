import type { Report } from "./create-report.js";
import { OperatorWarning } from "./operator-warning.js";

/**
 * Warns the operator that a method has sent something after its call was answered.
 *
 * @param what What it has sent, such as `a log message`
 * @param source What was called, such as `tool "add"`
 */
export function warnOfLate(what: string, source: string, report: Report): void {
  const message = `The ${source} sent ${what} after its call was answered: clients do not get it. Await the work before the method returns.`;
  report(new OperatorWarning(message), source);
}
