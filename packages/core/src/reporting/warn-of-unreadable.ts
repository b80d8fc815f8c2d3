import type { Report } from "./create-report.js";
import { OperatorWarning } from "./operator-warning.js";

/**
 * Warns the operator, once for each template, that its `list` method returned a resource that clients could not read.
 *
 * @param problem Why, as a sentence
 * @param source Such as `list of "notes://{id}"`
 */
export function warnOfUnreadable(problem: string, source: string, report: Report): void {
  const known = warned.get(report) ?? new Set();
  warned.set(report, known);
  if (known.has(source)) return;
  known.add(source);
  const message = `The ${source} left out a resource that could not be read. ${problem} This is reported once.`;
  report(new OperatorWarning(message), source);
}

const warned = new WeakMap<Report, Set<string>>();
