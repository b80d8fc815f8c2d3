import type { Primitives } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import { resolveTaskOptions, type TaskSettings } from "./task-settings.js";
import { Tasks } from "./tasks.js";
import { usesTasks } from "./uses-tasks.js";

/** The tasks of a server; `undefined` if its calls cannot become tasks. */
export function createTasks(
  declared: Primitives,
  settings: TaskSettings | undefined,
  report: Report,
): Tasks | undefined {
  if (!usesTasks(declared, settings)) return undefined;
  return new Tasks(settings ?? resolveTaskOptions(), (error) => void report(error, "the task store"));
}
