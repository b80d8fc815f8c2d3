import type { Tool } from "../primitives/primitive.js";

/** Whether any tool has a page, from its decorator or from the author's own resource. */
export function usesPages(tools: Iterable<Tool>): boolean {
  return Array.from(tools).some(({ definition }) => definition._meta?.ui !== undefined);
}
