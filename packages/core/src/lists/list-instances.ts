import { currentContainment } from "../containment/containment.js";
import { createCallScope } from "../containment/create-call-scope.js";
import { FaultError } from "../dispatch/fault-error.js";
import { toFault } from "../dispatch/to-fault.js";
import type { ResourceDefinition } from "../primitives/definitions.js";
import type { Template } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import { warnOfUnreadable } from "../reporting/warn-of-unreadable.js";

/**
 * Lists the resources of all templates that have a `list` method. Those that could not be read are left out, with a warning.
 *
 * @throws FaultError when a method failed, or returned something else than resources
 */
export async function listInstances(
  templates: readonly Template[],
  report: Report,
  signal: AbortSignal,
): Promise<readonly ResourceDefinition[]> {
  const lists = templates.map(async ({ listInstances: list, definition }) => {
    const source = `list of "${definition.uriTemplate}"`;
    const onUnreadable = (problem: string) => warnOfUnreadable(problem, source, report);
    try {
      const scope = createCallScope({ source, report, stoppedBy: { signal } });
      return (await currentContainment().run(scope, () => list?.(signal, onUnreadable))) ?? [];
    } catch (error) {
      throw new FaultError(toFault(error, source, report));
    }
  });
  return (await Promise.all(lists)).flat();
}
