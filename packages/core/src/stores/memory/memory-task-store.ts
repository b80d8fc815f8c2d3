import type { TaskEntry, TaskStore } from "../task-store.js";

/** Keeps tasks in this process, until they expire or the process ends. */
export class MemoryTaskStore implements TaskStore {
  readonly #entries = new Map<string, TaskEntry>();
  readonly #maxTasks: number;

  /** @param maxTasks The most tasks at a time */
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
    // All tasks have the same lifetime, so the oldest expire first.
    for (const [taskId, entry] of this.#entries) {
      if (!isExpired(entry)) return;
      this.#entries.delete(taskId);
    }
  }
}

function isExpired({ task }: TaskEntry): boolean {
  return Date.parse(task.createdAt) + task.ttlMs <= Date.now();
}
