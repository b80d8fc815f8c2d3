import type { LimitError } from "../limits/limit-error.js";
import type { Report } from "./create-report.js";
import { OperatorWarning } from "./operator-warning.js";

/** Warns the operator of what a client is refused for lack of room. */
export function warnOfLimit({ refused: { limit, max, unit } }: LimitError, report: Report): void {
  const message = `Refused a client, because the server has room for ${max} ${unit}. The option limits.${limit} sets this limit.`;
  report(new OperatorWarning(message), "a limit");
}
