import type { Requester } from "../ask/requester.js";
import type { Context } from "../context.js";
import type { ToolManifest } from "../manifest/manifest.js";
import type { Abortable } from "../promises/abortable.js";
import type { Task, TaskError } from "../stores/task.js";
import { ToolError } from "../tool-error.js";
import type { RunningTask } from "./running-task.js";
import { TaskRequester } from "./task-requester.js";

/** Options of a {@link TaskCall}. */
export interface TaskCallOptions {
  /** The tool's option `task`. Without it, the call becomes a task when the method calls `ctx.releaseConnection`. */
  readonly task: ToolManifest["task"];
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Creates the task. Returns `undefined` if there is no room. */
  readonly create: () => Promise<RunningTask | undefined>;
}

/** A call by a client that supports tasks. It can continue after its request is answered. */
export class TaskCall implements Abortable {
  readonly #options: TaskCallOptions;
  readonly #controller = new AbortController();
  readonly #created: Promise<void>;
  #noteCreated!: () => void;
  #task: RunningTask | undefined;
  #creating: Promise<RunningTask | undefined> | undefined;
  #requester: TaskRequester | undefined;

  constructor(options: TaskCallOptions) {
    this.#options = options;
    const { signal } = options;
    // A client that disconnects gives up the call, but not the task.
    signal.addEventListener("abort", () => this.#task ?? this.#controller.abort(signal.reason), { once: true });
    this.#created = new Promise((resolve) => {
      this.#noteCreated = resolve;
    });
  }

  /** Aborted when the work is no longer needed. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isAborted(): boolean {
    return this.signal.aborted;
  }

  /** Whether the call has become a task, so that its request is answered. */
  get isTask(): boolean {
    return this.#task !== undefined;
  }

  /** Turns the call into a task, unless the method will run again for an answer. */
  release(): void {
    // `answer` reports the failure.
    this.#release().catch(() => undefined);
  }

  /**
   * Creates the task before the method runs, if the tool's option asks for it.
   *
   * @throws ToolError when a required task has no room
   */
  async begin(): Promise<void> {
    const { task } = this.#options;
    if (task !== undefined && !(await this.#release()) && task === "required") throw new ToolError(NO_ROOM);
  }

  /** Asks through `before` until there is a task, and then through the task. */
  requester(before: Requester): Requester {
    this.#requester = new TaskRequester(before, async () => this.#creating);
    return this.#requester;
  }

  /** Shows progress as the task's status message. */
  readonly progress: Context["progress"] = (value, total, message) =>
    this.#task?.report(message ?? (total === undefined ? String(value) : `${value} of ${total}`));

  /**
   * Answers the call with its outcome, or with a task that later has this outcome.
   *
   * @param toError Converts a failure to the error that the client may see
   */
  async answer<T extends object>(
    outcome: Promise<T>,
    toError: (error: unknown) => TaskError,
  ): Promise<T | CreateTaskResult> {
    const ended = outcome.then(
      (result) => (task: RunningTask) => task.complete(result as NonNullable<Task["result"]>),
      (error: unknown) => (task: RunningTask) => task.fail(toError(error)),
    );
    await Promise.race([ended, this.#created]);
    const task = await this.#creating;
    if (task === undefined) return outcome;
    const created = { resultType: "task", ...task.created } as const;
    void ended.then((end) => end(task));
    return created;
  }

  #release(): Promise<RunningTask | undefined> {
    this.#creating ??= this.#create();
    return this.#creating;
  }

  async #create(): Promise<RunningTask | undefined> {
    if (await this.#requester?.willRunAgain()) return undefined;
    const task = await this.#options.create();
    if (task === undefined) return undefined;
    if (this.#options.signal.aborted) {
      await task.cancel();
      return undefined;
    }
    this.#task = task;
    task.signal.addEventListener("abort", () => this.#controller.abort(task.signal.reason), { once: true });
    this.#noteCreated();
    return task;
  }
}

/** The task that the client gets instead of the result. */
export type CreateTaskResult = Task & { readonly resultType: "task" };

const NO_ROOM = "This server has reached its limit of tasks. Call again later.";
