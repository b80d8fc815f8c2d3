import type { RegisteredTool } from "../registry/registry.js";

/** Whether some tool's results have a page, from the decorator or from a resource the author wrote. */
export function usesPages(tools: Iterable<RegisteredTool>): boolean {
  return Array.from(tools).some(({ definition }) => definition._meta?.ui !== undefined);
}
