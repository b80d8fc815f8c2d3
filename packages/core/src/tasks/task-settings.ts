import { MemoryTaskStore } from "../stores/memory/memory-task-store.js";
import type { TaskStore } from "../stores/task-store.js";
import { MAX_TIMER_MS } from "../time/max-timer-ms.js";

/**
 * How a server stores its tasks.
 *
 * @example
 * ```ts
 * defineServer(Reports, { tasks: { store: new RedisTaskStore(redis), ttlMs: 86_400_000 } });
 * ```
 */
export interface TaskOptions {
  /** Stores the tasks. @default in the memory of this process */
  readonly store?: TaskStore;
  /** Milliseconds that a task is stored after its creation. If it still runs then, it is stopped. @default 3_600_000 */
  readonly ttlMs?: number;
  /** Milliseconds that clients should wait between two polls of a task. @default 1_000 */
  readonly pollIntervalMs?: number;
  /**
   * The most tasks in this process at a time. Above it, a tool with an `optional` task answers when its work is done,
   * and a tool with a `required` task asks the client to call later. Your own store has its own limit. @default 1_000
   */
  readonly maxTasks?: number;
}

/** {@link TaskOptions} with all defaults filled in. */
export type TaskSettings = Required<Omit<TaskOptions, "maxTasks">>;

/** Checks the options, and fills in the defaults. @throws TypeError for an invalid number */
export function resolveTaskOptions(options: TaskOptions = {}): TaskSettings {
  const { ttlMs = 3_600_000, pollIntervalMs = 1_000, maxTasks = 1_000 } = options;
  for (const [name, value] of Object.entries({ ttlMs, pollIntervalMs, maxTasks })) {
    if (!Number.isInteger(value) || value < 1 || value > MAX_TIMER_MS) {
      throw new TypeError(`tasks.${name} must be a whole number from 1 to ${MAX_TIMER_MS}, not ${value}`);
    }
  }
  return { store: options.store ?? new MemoryTaskStore(maxTasks), ttlMs, pollIntervalMs };
}
