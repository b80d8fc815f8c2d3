import type { Primitives } from "../primitives/primitive.js";

/** Whether there is anything to read: a resource, or a template of some. */
export function offersResources({ resources, templates }: Primitives): boolean {
  return resources.size + templates.length > 0;
}
