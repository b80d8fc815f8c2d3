import type { Requester } from "../ask/requester.js";
import type { Context } from "../context.js";
import type { ToolManifest } from "../manifest/manifest.js";
import type { Task, TaskError } from "../stores/task.js";
import { ToolError } from "../tool-error.js";
import type { RunningTask } from "./running-task.js";
import { TaskRequester } from "./task-requester.js";

/** How a call and its task go together. */
export interface TaskCallOptions {
  /** What the tool's option says. Without it, the call becomes a task when the method lets go of its client. */
  readonly task: ToolManifest["task"];
  /** Aborted when nobody waits for the request any more. */
  readonly signal: AbortSignal;
  /** Makes the task, or `undefined` when there is no room for it. */
  readonly create: () => Promise<RunningTask | undefined>;
}

/** A call by a client that knows tasks: it can go on after it has been answered. */
export class TaskCall {
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
    // A client that leaves has given up the call, but not the task.
    signal.addEventListener("abort", () => this.#task ?? this.#controller.abort(signal.reason), { once: true });
    this.#created = new Promise((resolve) => {
      this.#noteCreated = resolve;
    });
  }

  /** Aborted when nobody needs the work any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the client has been let go. */
  get isTask(): boolean {
    return this.#task !== undefined;
  }

  /** Lets go of the client, unless the method will be run again for an answer. */
  release(): void {
    // What goes wrong comes out where the request is answered.
    this.#release().catch(() => undefined);
  }

  /** Makes the task before the method runs, if the tool says so. @throws ToolError when it needs one and there is no room */
  async begin(): Promise<void> {
    const { task } = this.#options;
    if (task !== undefined && !(await this.#release()) && task === "required") throw new ToolError(NO_ROOM);
  }

  /** Asks as `before` does until there is a task, and then through the task. */
  requester(before: Requester): Requester {
    this.#requester = new TaskRequester(before, async () => this.#creating);
    return this.#requester;
  }

  /** Shows progress as the task's status. */
  readonly progress: Context["progress"] = (value, total, message) =>
    this.#task?.report(message ?? (total === undefined ? String(value) : `${value} of ${total}`));

  /**
   * Answers the call: with its outcome, or with a task whose outcome it becomes.
   *
   * @param toError What a client may see of an outcome that is none
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

/** What the client gets in place of the result. */
export type CreateTaskResult = Task & { readonly resultType: "task" };

const NO_ROOM = "This server has as many tasks as it can keep. Call again later.";
