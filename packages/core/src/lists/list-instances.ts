import { toFault } from "../dispatch/protocol-fault.js";
import type { Registry, ResourceDefinition } from "../registry/registry.js";

/**
 * The resources that templates stand for, where a template has a method that lists them.
 *
 * @throws ProtocolFault when a method failed, or what it lists is no instance
 */
export async function listInstances(registry: Registry, signal: AbortSignal): Promise<readonly ResourceDefinition[]> {
  const lists = registry.templates.map(async ({ listInstances: list, definition }) => {
    try {
      return (await list?.(signal)) ?? [];
    } catch (error) {
      throw toFault(error, `list of "${definition.uriTemplate}"`, registry);
    }
  });
  return (await Promise.all(lists)).flat();
}
