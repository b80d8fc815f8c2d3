import { ProtocolFault } from "../dispatch/protocol-fault.js";
import { RunningTask } from "./running-task.js";
import { isFinal, type Task } from "./task.js";
import { TaskCall } from "./task-call.js";
import type { TaskSettings } from "./task-settings.js";
import type { TaskEntry } from "./task-store.js";

/** Identifier of the tasks extension. */
export const TASKS = "io.modelcontextprotocol/tasks";

/** Who makes a call or asks for a task. */
export interface Caller {
  /** Empty for clients that nobody has identified. */
  readonly owner: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** The tasks of one server: those that run in this process, and those that its store knows. */
export class Tasks {
  readonly #settings: TaskSettings;
  readonly #onError: (error: unknown) => void;
  readonly #running = new Map<string, RunningTask>();

  /** @param onError Is told when the store fails while a task goes on */
  constructor(settings: TaskSettings, onError: (error: unknown) => void) {
    this.#settings = settings;
    this.#onError = onError;
  }

  /** Begins a call that may become a task. */
  begin({ owner, signal }: Caller, task: "optional" | "required" | undefined): TaskCall {
    return new TaskCall({ task, signal, create: () => this.#create(owner) });
  }

  /** @throws ProtocolFault when the caller has no such task, as do the next two */
  async get(taskId: string, caller: Caller): Promise<Task> {
    return (await this.#read(taskId, caller)).task;
  }

  /** Takes answers to what the task asks. */
  async update(taskId: string, responses: Readonly<Record<string, unknown>>, caller: Caller): Promise<void> {
    await (await this.#find(taskId, caller))?.answer(responses);
  }

  /** Stops the task, if it has not ended. */
  async cancel(taskId: string, caller: Caller): Promise<void> {
    await (await this.#find(taskId, caller))?.cancel();
  }

  /** Stops all tasks that run in this process. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#running.values(), (task) => task.stop("The server was shut down.")));
  }

  async #create(owner: string): Promise<RunningTask | undefined> {
    const running = await RunningTask.create(this.#settings, owner, this.#onError);
    if (running === undefined) return undefined;
    const { taskId } = running.task;
    this.#running.set(taskId, running);
    void running.ended.then(() => this.#running.delete(taskId));
    return running;
  }

  async #read(taskId: string, { owner }: Caller): Promise<TaskEntry> {
    const entry = await this.#settings.store.read(taskId);
    if (entry === undefined || entry.owner !== owner) {
      throw new ProtocolFault("invalid-params", `There is no task ${taskId}: it may have expired.`);
    }
    return entry;
  }

  /** The running task, or `undefined` when it has ended. */
  async #find(taskId: string, caller: Caller): Promise<RunningTask | undefined> {
    const { task } = await this.#read(taskId, caller);
    const running = this.#running.get(taskId);
    if (running || isFinal(task)) return running;
    throw new ProtocolFault("internal", `Task ${taskId} runs in another process: route requests by Mcp-Name.`);
  }
}
