import { MemoryTaskStore } from "../stores/memory/memory-task-store.js";
import type { TaskStore } from "../stores/task-store.js";
import { MAX_TIMER_MS } from "../time/max-timer-ms.js";

/** How a server keeps its tasks. */
export interface TaskOptions {
  /** Keeps the tasks. @default in this process */
  readonly store?: TaskStore;
  /** Milliseconds after its creation in which a task is kept. One that still runs then is stopped. @default 3_600_000 */
  readonly ttlMs?: number;
  /** Milliseconds that clients are asked to leave between two looks at a task. @default 1_000 */
  readonly pollIntervalMs?: number;
  /**
   * Most tasks that are kept in this process at a time. Then a tool whose task is `optional` answers when its work is
   * done, and one whose task is `required` asks to be called later. A store of your own decides for itself. @default 1_000
   */
  readonly maxTasks?: number;
}

/** {@link TaskOptions} with nothing left out. */
export type TaskSettings = Required<Omit<TaskOptions, "maxTasks">>;

/** @throws TypeError for a number that makes no sense */
export function resolveTaskOptions(options: TaskOptions = {}): TaskSettings {
  const { ttlMs = 3_600_000, pollIntervalMs = 1_000, maxTasks = 1_000 } = options;
  for (const [name, value] of Object.entries({ ttlMs, pollIntervalMs, maxTasks })) {
    if (!Number.isInteger(value) || value < 1 || value > MAX_TIMER_MS) {
      throw new TypeError(`tasks.${name} must be a whole number from 1 to ${MAX_TIMER_MS}, not ${value}`);
    }
  }
  return { store: options.store ?? new MemoryTaskStore(maxTasks), ttlMs, pollIntervalMs };
}
