import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { isFinal, type Task } from "../stores/task.js";
import type { TaskEntry } from "../stores/task-store.js";
import { RunningTask } from "./running-task.js";
import { TaskCall } from "./task-call.js";
import type { TaskSettings } from "./task-settings.js";

/** Identifier of the tasks extension. */
export const TASKS = "io.modelcontextprotocol/tasks";

/** Tasks of one owner. */
export interface FollowedTasks {
  readonly taskIds: readonly string[];
  /** Tells what becomes of each, beginning with what it is, until the function that this returns is called. */
  begin(tell: (task: Task) => void): () => void;
}

/** The tasks of one server: those that run in this process, and those that its store knows. */
export class Tasks {
  readonly #settings: TaskSettings;
  readonly #onError: (error: unknown) => void;
  readonly #running = new Map<string, RunningTask>();

  /** @param onError Is told when the store fails */
  constructor(settings: TaskSettings, onError: (error: unknown) => void) {
    this.#settings = settings;
    this.#onError = onError;
  }

  /**
   * Begins a call that may become a task.
   *
   * @param owner Whose the task will be
   * @param signal Aborted when nobody waits for the answer any more
   */
  begin(owner: string, signal: AbortSignal, task: ToolManifest["task"]): TaskCall {
    return new TaskCall({ task, signal, create: () => this.#create(owner) });
  }

  /** @throws FaultError when the owner has no such task, as do the next two */
  async get(taskId: string, owner: string): Promise<Task> {
    return (await this.#read(taskId, owner)).task;
  }

  /** Takes answers to what the task asks. */
  async update(taskId: string, responses: Readonly<Record<string, unknown>>, owner: string): Promise<void> {
    await (await this.#find(taskId, owner))?.answer(responses);
  }

  /** Stops the task, if it has not ended. */
  async cancel(taskId: string, owner: string): Promise<void> {
    await (await this.#find(taskId, owner))?.cancel();
  }

  /** Finds the tasks that the owner has, to be told what becomes of them. */
  async follow(taskIds: readonly string[], owner: string): Promise<FollowedTasks> {
    const { store } = this.#settings;
    const found = await Promise.all([...new Set(taskIds)].map((taskId) => store.read(taskId)));
    const own = found.flatMap((entry) => (entry?.owner === owner ? entry.task.taskId : []));
    return {
      taskIds: own,
      begin: (tell) => {
        const stops = own.map(
          (taskId) => this.#running.get(taskId)?.follow(tell) ?? tellOnce(store.read(taskId), tell),
        );
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
  }

  /** Stops all tasks that run in this process. Resolves when the store has taken it in. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#running.values(), (task) => task.stop("The server was shut down.")));
  }

  /** A store that fails is one without room: the call can be answered without it. */
  async #create(owner: string): Promise<RunningTask | undefined> {
    const running = await RunningTask.create(this.#settings, owner, this.#onError).catch((error: unknown) => {
      this.#onError(error);
      return undefined;
    });
    if (!running) return undefined;
    const { taskId } = running.task;
    this.#running.set(taskId, running);
    void running.ended.then(() => this.#running.delete(taskId));
    return running;
  }

  async #read(taskId: string, owner: string): Promise<TaskEntry> {
    const entry = await this.#settings.store.read(taskId);
    if (entry === undefined || entry.owner !== owner) {
      throw invalidParams(`There is no task ${taskId}: it may have expired.`);
    }
    return entry;
  }

  /** The running task, or `undefined` when it has ended. */
  async #find(taskId: string, owner: string): Promise<RunningTask | undefined> {
    const { task } = await this.#read(taskId, owner);
    const running = this.#running.get(taskId);
    if (running || isFinal(task)) return running;
    const message = `Task ${taskId} runs in another process: route requests by Mcp-Name.`;
    throw new FaultError({ kind: "internal", message });
  }
}

/** For a task that has ended, or runs in another process. */
function tellOnce(reading: Promise<TaskEntry | undefined>, tell: (task: Task) => void): () => void {
  let stopped = false;
  void reading.then(
    (entry) => entry && !stopped && tell(entry.task),
    // It was there a moment ago, and the client can still ask for it.
    () => undefined,
  );
  return () => {
    stopped = true;
  };
}
