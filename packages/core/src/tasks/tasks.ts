import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import type { Load } from "../limits/load.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { isFinal, type Task } from "../stores/task.js";
import type { TaskEntry } from "../stores/task-store.js";
import { RunningTask } from "./running-task.js";
import { TaskCall } from "./task-call.js";
import type { TaskSettings } from "./task-settings.js";

/** The identifier of the tasks extension. */
export const TASKS = "io.modelcontextprotocol/tasks";

/** What a task needs of the request that it continues. */
export interface TaskRequest {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly load: Load | undefined;
}

/** Tasks of one owner whose changes can be followed. */
export interface FollowedTasks {
  readonly taskIds: readonly string[];
  /** Calls `tell` with each current task, and with every change. Returns a function that ends it. */
  begin(tell: (task: Task) => void): () => void;
}

/** The tasks of one server: those that run in this process, and those in its store. */
export class Tasks {
  readonly #settings: Required<TaskSettings>;
  readonly #onError: (error: unknown) => void;
  readonly #running = new Map<string, RunningTask>();

  /** @param onError Receives failures of the store */
  constructor(settings: Required<TaskSettings>, onError: (error: unknown) => void) {
    this.#settings = settings;
    this.#onError = onError;
  }

  /**
   * Begins a call that may become a task.
   *
   * @param owner The owner of the task
   * @param request What it answers
   */
  begin(owner: string, { signal, load }: TaskRequest, task: ToolManifest["task"]): TaskCall {
    return new TaskCall({ task, signal, create: () => this.#create(owner, load) });
  }

  /** Returns a task. @throws FaultError when the owner has no such task, like the next two */
  async get(taskId: string, owner: string): Promise<Task> {
    return (await this.#read(taskId, owner)).task;
  }

  /** Passes the client's answers to the task. */
  async update(taskId: string, responses: Readonly<Record<string, unknown>>, owner: string): Promise<void> {
    await (await this.#find(taskId, owner))?.answer(responses);
  }

  /** Stops the task, if it has not ended. */
  async cancel(taskId: string, owner: string): Promise<void> {
    await (await this.#find(taskId, owner))?.cancel();
  }

  /** Finds those of the tasks that the owner has, to follow their changes. */
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

  /** Stops all tasks that run in this process. Resolves when the store has recorded it. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#running.values(), (task) => task.stop("The server was shut down.")));
  }

  /** Treats a failure of the store as no room, because the call can be answered without a task. */
  async #create(owner: string, load: Load | undefined): Promise<RunningTask | undefined> {
    const running = await RunningTask.create(this.#settings, { owner, account: load?.account }, this.#onError).catch(
      (error: unknown) => {
        this.#onError(error);
        return undefined;
      },
    );
    if (!running) return undefined;
    const { taskId } = running.task;
    this.#running.set(taskId, running);
    const release = load?.keep();
    void running.ended.then(() => {
      this.#running.delete(taskId);
      release?.();
    });
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

/** Calls `tell` once, for a task that has ended or runs in another process. */
function tellOnce(reading: Promise<TaskEntry | undefined>, tell: (task: Task) => void): () => void {
  let stopped = false;
  void reading.then(
    (entry) => entry && !stopped && tell(entry.task),
    // The read may fail, but the client can still poll the task.
    () => undefined,
  );
  return () => {
    stopped = true;
  };
}
