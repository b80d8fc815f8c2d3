import type { Primitives } from "../primitives/primitive.js";

/** Whether there is a resource or a template to read. */
export function offersResources({ resources, templates }: Primitives): boolean {
  return resources.size + templates.length > 0;
}
