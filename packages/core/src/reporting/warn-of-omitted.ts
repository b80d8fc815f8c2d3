import type { Registry } from "../registry/registry.js";
import { OperatorWarning } from "./operator-warning.js";
import { reportError } from "./report-error.js";

/**
 * Tells the operator that a property was left out of a result.
 *
 * @param path Such as `result.rows[].secret`
 * @param source What was called, such as `tool "add"`
 */
export function warnOfOmitted(path: string, source: string, registry: Pick<Registry, "onError">): void {
  const message = `The ${source} returned ${path}, which its return type does not declare: clients do not get it. Declare it, or return a value without it. This is reported once.`;
  reportError(new OperatorWarning(message), source, registry);
}
