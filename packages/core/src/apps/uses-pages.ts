import type { Tool } from "../primitives/primitive.js";

/** Whether some tool's results have a page, from the decorator or from a resource the author wrote. */
export function usesPages(tools: Iterable<Tool>): boolean {
  return Array.from(tools).some(({ definition }) => definition._meta?.ui !== undefined);
}
