import type { Report } from "../reporting/create-report.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import type { LimitError } from "./limit-error.js";

/** Warns the operator of what clients are refused for lack of room. */
export function warnOfLimit(report: Report): (error: LimitError) => void {
  return ({ refused: { limit, max, unit } }) => {
    const message = `Refused a client, because the server has room for ${max} ${unit}. The option limits.${limit} sets this limit.`;
    report(new OperatorWarning(message), "a limit");
  };
}
