import type { Registry } from "../registry/registry.js";
import { reportError } from "../reporting/report-error.js";
import { resolveTaskOptions } from "./task-settings.js";
import { Tasks } from "./tasks.js";
import { usesTasks } from "./uses-tasks.js";

/** The tasks of a server, if its calls can become any. */
export function createTasks(registry: Registry): Tasks | undefined {
  if (!usesTasks(registry)) return undefined;
  const settings = registry.tasks ?? resolveTaskOptions();
  return new Tasks(settings, (error) => {
    reportError(error, "the task store", registry);
  });
}
