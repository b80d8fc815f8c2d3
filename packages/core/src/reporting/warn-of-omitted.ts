import type { Report } from "./create-report.js";
import { OperatorWarning } from "./operator-warning.js";

/**
 * Warns the operator that a property was left out of a result.
 *
 * @param path For example `result.rows[].secret`
 * @param source What was called, such as `tool "add"`
 */
export function warnOfOmitted(path: string, source: string, report: Report): void {
  const message = `The ${source} returned ${path}, which its return type does not declare: clients do not get it. Declare it, or return a value without it. This is reported once.`;
  report(new OperatorWarning(message), source);
}
