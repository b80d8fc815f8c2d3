import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Doc } from "./doc.js";
import { valueTag } from "./value-tags.js";

/**
 * Reports the constraints in a comment that apply to no schema.
 *
 * @param reason Why they apply to none
 * @param help Where to write them instead
 */
export function reportLostConstraints(
  { tags }: Doc,
  reason: string,
  help: string,
  diagnostics: DiagnosticCollector,
): void {
  for (const { name, node, foreign } of tags) {
    if (foreign || valueTag(name).constrains === undefined) continue;
    diagnostics.report("impossible-constraint", node, `Nothing checks this @${name}: ${reason}.`, help);
  }
}
