import type { Report } from "./create-report.js";
import { OperatorWarning } from "./operator-warning.js";

/** The most calls, by their names, that a server is warned of: URIs can be any number. */
const MAX_WARNINGS = 100;

/**
 * Warns the operator, once for each tool, that a method has sent something after its call was answered.
 *
 * @param what What it has sent, such as `a log message`
 * @param source What was called, such as `tool "add"`
 */
export function warnOfLate(what: string, source: string, report: Report): void {
  const known = warned.get(report) ?? new Set();
  warned.set(report, known);
  if (known.has(source) || known.size >= MAX_WARNINGS) return;
  known.add(source);
  const message = `The ${source} sent ${what} after its call was answered: clients do not get it. Await the work before the method returns. This is reported once.`;
  report(new OperatorWarning(message), source);
}

const warned = new WeakMap<Report, Set<string>>();
