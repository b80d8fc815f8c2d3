import type { Primitives } from "../primitives/primitive.js";
import type { TaskSettings } from "./task-settings.js";

/**
 * Whether calls of this server can become tasks: a tool has the option `task`, or the server has the option `tasks`.
 */
export function usesTasks({ tools }: Primitives, settings: TaskSettings | undefined): boolean {
  return settings !== undefined || Array.from(tools.values()).some(({ task }) => task !== undefined);
}
