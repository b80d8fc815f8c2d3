import type { TaskEntry, TaskStore } from "../task-store.js";

/** Keeps tasks in this process. A task is gone when its time is over, or the process. */
export class MemoryTaskStore implements TaskStore {
  readonly #entries = new Map<string, TaskEntry>();
  readonly #maxTasks: number;

  /** @param maxTasks Most tasks at a time */
  constructor(maxTasks: number) {
    this.#maxTasks = maxTasks;
  }

  async create(entry: TaskEntry): Promise<boolean> {
    if (this.#entries.size >= this.#maxTasks) this.#dropExpired();
    if (this.#entries.size >= this.#maxTasks) return false;
    this.#entries.set(entry.task.taskId, entry);
    return true;
  }

  async write(entry: TaskEntry): Promise<void> {
    if (this.#entries.has(entry.task.taskId)) this.#entries.set(entry.task.taskId, entry);
  }

  async read(taskId: string): Promise<TaskEntry | undefined> {
    const entry = this.#entries.get(taskId);
    if (entry === undefined || !isExpired(entry)) return entry;
    this.#entries.delete(taskId);
    return undefined;
  }

  #dropExpired(): void {
    // All are kept for as long, so that the oldest go first.
    for (const [taskId, entry] of this.#entries) {
      if (!isExpired(entry)) return;
      this.#entries.delete(taskId);
    }
  }
}

function isExpired({ task }: TaskEntry): boolean {
  return Date.parse(task.createdAt) + task.ttlMs <= Date.now();
}
