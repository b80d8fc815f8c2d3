import type { Task } from "./task.js";

/**
 * Keeps tasks, so that clients find them again. Only the process that runs a task writes it; any may read it. Everything
 * in an entry is JSON.
 *
 * @example
 * ```ts
 * class RedisTaskStore implements TaskStore {
 *   async create(entry: TaskEntry) { await this.write(entry); return true; }
 *   async write(entry: TaskEntry) { await redis.set(entry.task.taskId, JSON.stringify(entry), { PX: entry.task.ttlMs }); }
 *   async read(taskId: string) { return JSON.parse((await redis.get(taskId)) ?? "null") ?? undefined; }
 * }
 * ```
 */
export interface TaskStore {
  /**
   * Takes in a new task. Resolves once {@link TaskStore.read} finds it, wherever it is asked.
   *
   * @returns `false` when there is no room for it
   */
  create(entry: TaskEntry): Promise<boolean>;
  /** Replaces what is kept of a task. */
  write(entry: TaskEntry): Promise<void>;
  /** What is kept of a task, if its time is not over. */
  read(taskId: string): Promise<TaskEntry | undefined>;
}

/** What is kept of a task. */
export interface TaskEntry {
  readonly task: Task;
  /** Who made it and alone may see it. An empty text stands for clients that nobody has identified. */
  readonly owner: string;
}
