import { HOST_RULES } from "../../hosts/host-rules.js";
import type { Primitives } from "../../primitives/primitive.js";
import type { Report } from "../../reporting/create-report.js";
import { OperatorWarning } from "../../reporting/operator-warning.js";

/** Warns the operator about what hosts will refuse in tools, as the compiler warns the author of a class. */
export function warnOfHosts({ tools }: Primitives, report: Report): void {
  for (const { definition } of tools.values()) {
    for (const { find, hosts, rule } of HOST_RULES) {
      for (const found of find(definition)) {
        const message = `${hosts} will refuse ${found} of ${definition.name}. ${rule}`;
        report(new OperatorWarning(message), `tool "${definition.name}"`);
      }
    }
  }
}
