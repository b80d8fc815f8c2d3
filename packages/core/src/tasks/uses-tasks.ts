import type { Registry } from "../registry/registry.js";

/** Whether calls of this server can become tasks: by a tool's option, or because the server's options speak of tasks. */
export function usesTasks({ declared, tasks }: Registry): boolean {
  return tasks !== undefined || Array.from(declared.tools.values()).some(({ task }) => task !== undefined);
}
