import type { Registry } from "../registry/registry.js";

/** Whether there is anything to read: a resource, or a template of some. */
export function offersResources({ declared }: Registry): boolean {
  return declared.resources.size + declared.templates.length > 0;
}
