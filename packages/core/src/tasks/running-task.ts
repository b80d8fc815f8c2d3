import type { QuestionRequest } from "../ask/question.js";
import { errorCodeOf } from "../revisions/error-codes.js";
import { isFinal, type Task, type TaskError } from "../stores/task.js";
import type { TaskEntry, TaskStore } from "../stores/task-store.js";
import { toHex } from "../values/hex.js";
import type { TaskSettings } from "./task-settings.js";

/** A task whose work runs in this process. */
export class RunningTask {
  readonly #store: TaskStore;
  readonly #onError: (error: unknown) => void;
  readonly #controller = new AbortController();
  readonly #questions = new Map<string, OpenQuestion>();
  readonly #followers = new Set<(task: Task) => void>();
  readonly #lifetime: ReturnType<typeof setTimeout>;
  /** The task as it was created. */
  readonly created: Task;
  /** Resolves when nothing more will happen to the task. */
  readonly ended: Promise<void>;
  #noteEnd!: () => void;
  #entry: TaskEntry;
  #saving: Promise<void> | undefined;

  private constructor(entry: TaskEntry, store: TaskStore, onError: (error: unknown) => void) {
    this.#entry = entry;
    this.created = entry.task;
    this.ended = new Promise((resolve) => {
      this.#noteEnd = resolve;
    });
    this.#store = store;
    this.#onError = onError;
    const { ttlMs } = entry.task;
    this.#lifetime = setTimeout(() => this.stop(`The task was stopped: it had not ended after ${ttlMs} ms.`), ttlMs);
  }

  /**
   * Creates and stores a task. Returns `undefined` if the store has no room.
   *
   * @param owned The only owner who may see the task, and whom it counts for
   * @param onError Receives failures of the store while the work runs
   */
  static async create(
    { store, ttlMs, pollIntervalMs }: Required<TaskSettings>,
    { owner, account }: { readonly owner: string; readonly account: string | undefined },
    onError: (error: unknown) => void,
  ): Promise<RunningTask | undefined> {
    const now = new Date().toISOString();
    const times = { createdAt: now, lastUpdatedAt: now, ttlMs, pollIntervalMs };
    const entry: TaskEntry = { task: { taskId: randomId(), status: "working", ...times }, owner };
    return (await store.create(entry, account)) ? new RunningTask(entry, store, onError) : undefined;
  }

  get task(): Task {
    return this.#entry.task;
  }

  /** Aborted when the work is no longer needed. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Asks the client, which finds the question when it polls the task.
   *
   * @param key Must be unique among all questions of this task, including answered ones
   */
  ask(key: string, request: QuestionRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.signal.throwIfAborted();
      this.#questions.set(key, { request, resolve, reject });
      this.#showQuestions();
    });
  }

  /** Accepts the client's answers. Ignores answers to questions that are not open. */
  async answer(responses: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [key, response] of Object.entries(responses)) {
      this.#questions.get(key)?.resolve(response);
      this.#questions.delete(key);
    }
    await this.#showQuestions();
  }

  /** Calls `tell` with the current task, and with every change. Returns a function that ends it. */
  follow(tell: (task: Task) => void): () => void {
    this.#followers.add(tell);
    tell(this.task);
    return () => void this.#followers.delete(tell);
  }

  /** Sets the status message: what the work is doing. */
  report(statusMessage: string): void {
    if (!isFinal(this.task)) void this.#save({ ...this.task, statusMessage });
  }

  /** Ends the task with the tool's result. */
  async complete(result: NonNullable<Task["result"]>): Promise<void> {
    // In the form that the call itself would have: a result of this revision has a `resultType`.
    await this.#end({ status: "completed", result: { resultType: "complete", ...result } });
  }

  /** Ends the task with a protocol error. */
  async fail(error: TaskError): Promise<void> {
    await this.#end({ status: "failed", error, statusMessage: error.message });
  }

  /** Stops the work, and cancels the task. A task that has ended does not change. */
  async cancel(): Promise<void> {
    const saved = this.#end({ status: "cancelled" });
    this.#abort(new DOMException("The task was cancelled.", "AbortError"));
    await saved;
  }

  /** Stops the work for a reason of the server. */
  async stop(message: string): Promise<void> {
    const saved = this.fail({ code: errorCodeOf("internal"), message });
    this.#abort(new DOMException(message, "AbortError"));
    await saved;
  }

  #abort(reason: DOMException): void {
    this.#controller.abort(reason);
    for (const { reject } of this.#questions.values()) reject(reason);
    this.#questions.clear();
  }

  async #showQuestions(): Promise<void> {
    const { inputRequests: _answered, ...task } = this.task;
    if (isFinal(task)) return;
    const open = Array.from(this.#questions, ([key, { request }]) => [key, request] as const);
    const asking = { status: "input_required", inputRequests: Object.fromEntries(open) } as const;
    await this.#save({ ...task, ...(open.length > 0 ? asking : { status: "working" }) });
  }

  async #end(outcome: Partial<Task>): Promise<void> {
    if (isFinal(this.task)) return;
    clearTimeout(this.#lifetime);
    const { inputRequests: _open, statusMessage: _last, ...task } = this.task;
    await this.#save({ ...task, ...outcome });
    this.#noteEnd();
  }

  #save(task: Task): Promise<void> {
    this.#entry = { ...this.#entry, task: { ...task, lastUpdatedAt: new Date().toISOString() } };
    this.#saving ??= this.#write();
    return this.#saving;
  }

  /** Writes the task to the store, one write at a time, so that the newest state is written last. */
  async #write(): Promise<void> {
    let written: TaskEntry;
    do {
      written = this.#entry;
      try {
        await this.#store.write(written);
        for (const tell of this.#followers) tell(written.task);
      } catch (error) {
        this.#onError(error);
      }
    } while (written !== this.#entry);
    this.#saving = undefined;
  }
}

/** 128 random bits, so that nobody can guess another client's task. */
function randomId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** A question that the client has not answered yet. */
interface OpenQuestion {
  readonly request: QuestionRequest;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}
