import type { Report } from "../reporting/create-report.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import type { LimitError } from "./limit-error.js";

/** Warns the operator of what a client is refused for lack of room. */
export function warnOfLimit({ refused: { limit, max, unit } }: LimitError, report: Report): void {
  const message = `Refused a client, because the server has room for ${max} ${unit}. The option limits.${limit} sets this limit.`;
  report(new OperatorWarning(message), "a limit");
}
