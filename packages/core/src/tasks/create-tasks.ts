import type { BudgetOptions } from "../limits/budget.js";
import type { EngineLimits } from "../limits/engine-limits.js";
import type { Primitives } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import { MemoryTaskStore } from "../stores/memory/memory-task-store.js";
import { resolveTaskOptions, type TaskSettings } from "./task-settings.js";
import { Tasks } from "./tasks.js";
import { usesTasks } from "./uses-tasks.js";

/** Options of {@link createTasks}. */
export interface TasksOptions {
  readonly limits: Required<EngineLimits>;
  /** Is told when there is no room for a task. */
  readonly onRefused: NonNullable<BudgetOptions["onRefused"]>;
  readonly report: Report;
}

/** The tasks of a server; `undefined` if its calls cannot become tasks. */
export function createTasks(
  declared: Primitives,
  settings: TaskSettings | undefined,
  { limits, onRefused, report }: TasksOptions,
): Tasks | undefined {
  if (!usesTasks(declared, settings)) return undefined;
  const { store = new MemoryTaskStore(limits, onRefused), ...times } = settings ?? resolveTaskOptions();
  return new Tasks({ store, ...times }, (error) => void report(error, "the task store"));
}
