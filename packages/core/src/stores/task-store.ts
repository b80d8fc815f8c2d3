import type { Task } from "./task.js";

/**
 * Stores tasks, so that clients can poll them. Only the process that runs a task writes it; any process may read it.
 * Entries are JSON.
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
   * Stores a new task. Resolves once {@link TaskStore.read} finds the task in every process.
   *
   * @param account Whom it counts for, if the store gives each client its share: the owner, or the address of an unidentified
   *   caller
   * @returns `false` if there is no room for it
   */
  create(entry: TaskEntry, account?: string): Promise<boolean>;
  /** Replaces the entry of a task. */
  write(entry: TaskEntry): Promise<void>;
  /** Returns the entry of a task; `undefined` if it is unknown or expired. */
  read(taskId: string): Promise<TaskEntry | undefined>;
}

/** The stored entry of a task. */
export interface TaskEntry {
  readonly task: Task;
  /** The caller who made the task; only this caller may see it. Empty for unidentified callers. */
  readonly owner: string;
}
