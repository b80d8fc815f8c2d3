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
}

/** {@link TaskOptions} with all defaults filled in. */
export type TaskSettings = Required<Omit<TaskOptions, "store">> & Pick<TaskOptions, "store">;

/** Checks the options, and fills in the defaults. @throws TypeError for an invalid number */
export function resolveTaskOptions(options: TaskOptions = {}): TaskSettings {
  const { ttlMs = 3_600_000, pollIntervalMs = 1_000, store } = options;
  for (const [name, value] of Object.entries({ ttlMs, pollIntervalMs })) {
    if (!Number.isInteger(value) || value < 1 || value > MAX_TIMER_MS) {
      throw new TypeError(`tasks.${name} must be a whole number from 1 to ${MAX_TIMER_MS}, not ${value}`);
    }
  }
  return { ttlMs, pollIntervalMs, ...(store && { store }) };
}
