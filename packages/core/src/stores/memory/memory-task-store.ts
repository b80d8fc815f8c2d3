import { Budget, type BudgetOptions, type Share } from "../../limits/budget.js";
import type { EngineLimits } from "../../limits/engine-limits.js";
import { LimitError } from "../../limits/limit-error.js";
import { errorCodeOf } from "../../revisions/error-codes.js";
import { MAX_TIMER_MS } from "../../time/max-timer-ms.js";
import { isFinal } from "../task.js";
import type { TaskEntry, TaskStore } from "../task-store.js";

/** A task in memory. */
interface StoredTask {
  /** As JSON, because its size is known and what it refers to is not kept. */
  text: string;
  readonly expires: number;
  /** When it ended, counted in tasks. */
  ended: number | undefined;
  readonly place: Share;
  readonly size: Share;
}

/** Milliseconds between two looks for expired tasks, at least. */
const MIN_WAIT_MS = 1_000;

/**
 * Keeps tasks in this process, until they expire, the process ends, or there is no room for others: then the account that holds
 * most gives up those that have ended, the oldest first.
 */
export class MemoryTaskStore implements TaskStore {
  readonly #tasks = new Map<string, StoredTask>();
  readonly #places: Budget;
  readonly #sizes: Budget;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ends = 0;

  constructor(
    { maxTasks, maxTasksSize }: Required<Pick<EngineLimits, "maxTasks" | "maxTasksSize">>,
    onRefused?: BudgetOptions["onRefused"],
  ) {
    const refused = onRefused && { onRefused };
    this.#places = new Budget({ limit: "maxTasks", max: maxTasks, unit: "tasks", ...refused });
    this.#sizes = new Budget({ limit: "maxTasksSize", max: maxTasksSize, unit: "bytes of tasks", ...refused });
  }

  async create(entry: TaskEntry, account: string = entry.owner): Promise<boolean> {
    this.#dropExpired();
    const { taskId, createdAt, ttlMs } = entry.task;
    const text = JSON.stringify(entry);
    const yielding = { turn: () => this.#tasks.get(taskId)?.ended, giveUp: () => this.#drop(taskId) };
    try {
      const place = this.#places.take(account, 1, yielding);
      try {
        const size = this.#sizes.take(account, text.length, yielding);
        this.#tasks.set(taskId, { text, expires: Date.parse(createdAt) + ttlMs, ended: undefined, place, size });
        this.#awaitExpiry();
        return true;
      } catch (error) {
        place.release();
        throw error;
      }
    } catch (error) {
      if (error instanceof LimitError) return false;
      throw error;
    }
  }

  async write(entry: TaskEntry): Promise<void> {
    const stored = this.#tasks.get(entry.task.taskId);
    if (stored === undefined) return;
    const text = JSON.stringify(entry);
    try {
      stored.size.resize(text.length);
      stored.text = text;
    } catch (error) {
      if (!(error instanceof LimitError) || !isFinal(entry.task)) throw error;
      stored.text = JSON.stringify(tooLarge(entry, error));
    }
    if (isFinal(entry.task)) stored.ended ??= ++this.#ends;
  }

  async read(taskId: string): Promise<TaskEntry | undefined> {
    this.#dropExpired();
    const stored = this.#tasks.get(taskId);
    return stored && (JSON.parse(stored.text) as TaskEntry);
  }

  #drop(taskId: string): void {
    const stored = this.#tasks.get(taskId);
    this.#tasks.delete(taskId);
    stored?.place.release();
    stored?.size.release();
  }

  #awaitExpiry(): void {
    const [oldest] = this.#tasks.values();
    if (oldest === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#dropExpired();
        this.#awaitExpiry();
      },
      Math.min(Math.max(oldest.expires - Date.now(), MIN_WAIT_MS), MAX_TIMER_MS),
    );
    // Only Node's timers can say that they do not keep the process alive.
    if (typeof this.#timer === "object") this.#timer.unref();
  }

  /** Also without a timer, because some runtimes stop timers at the end of a request. */
  #dropExpired(): void {
    const now = Date.now();
    // All tasks have the same lifetime, so the oldest expire first.
    for (const [taskId, { expires }] of this.#tasks) {
      if (expires > now) return;
      this.#drop(taskId);
    }
  }
}

/** The entry of a task whose result cannot be stored. */
function tooLarge({ task, owner }: TaskEntry, { message }: LimitError): TaskEntry {
  const { result: _result, error: _error, inputRequests: _questions, ...rest } = task;
  const text = `The outcome of this task was not stored. ${message}`;
  return {
    owner,
    task: { ...rest, status: "failed", statusMessage: text, error: { code: errorCodeOf("internal"), message: text } },
  };
}
