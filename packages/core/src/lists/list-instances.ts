import { runInCall } from "../containment/run-in-call.js";
import { toFault } from "../dispatch/protocol-fault.js";
import type { Registry, ResourceDefinition } from "../registry/registry.js";

/**
 * The resources that templates stand for, where a template has a method that lists them.
 *
 * @throws ProtocolFault when a method failed, or what it lists is no instance
 */
export async function listInstances(registry: Registry, signal: AbortSignal): Promise<readonly ResourceDefinition[]> {
  const lists = registry.templates.map(async ({ listInstances: list, definition }) => {
    const source = `list of "${definition.uriTemplate}"`;
    try {
      return (await runInCall({ source, registry, stoppedBy: { signal } }, () => list?.(signal))) ?? [];
    } catch (error) {
      throw toFault(error, source, registry);
    }
  });
  return (await Promise.all(lists)).flat();
}
