import type { Primitives } from "../primitives/primitive.js";
import type { TaskSettings } from "./task-settings.js";

/** Whether calls of this server can become tasks: by a tool's option, or because the server's options speak of tasks. */
export function usesTasks({ tools }: Primitives, settings: TaskSettings | undefined): boolean {
  return settings !== undefined || Array.from(tools.values()).some(({ task }) => task !== undefined);
}
