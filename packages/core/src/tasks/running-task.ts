import type { QuestionRequest } from "../ask/question.js";
import { errorCodeOf } from "../revisions/error-codes.js";
import { isFinal, type Task, type TaskError } from "../stores/task.js";
import type { TaskEntry, TaskStore } from "../stores/task-store.js";
import { toHex } from "../values/hex.js";
import type { TaskSettings } from "./task-settings.js";

/** A task whose work goes on in this process. */
export class RunningTask {
  readonly #store: TaskStore;
  readonly #onError: (error: unknown) => void;
  readonly #controller = new AbortController();
  readonly #questions = new Map<string, OpenQuestion>();
  readonly #followers = new Set<(task: Task) => void>();
  readonly #lifetime: ReturnType<typeof setTimeout>;
  /** The task as it was made. */
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
   * Makes a task that clients can find, or `undefined` when there is no room for it.
   *
   * @param owner Who alone may see it
   * @param onError Is told when the store fails while the work goes on
   */
  static async create(
    { store, ttlMs, pollIntervalMs }: TaskSettings,
    owner: string,
    onError: (error: unknown) => void,
  ): Promise<RunningTask | undefined> {
    const now = new Date().toISOString();
    const times = { createdAt: now, lastUpdatedAt: now, ttlMs, pollIntervalMs };
    const entry: TaskEntry = { task: { taskId: randomId(), status: "working", ...times }, owner };
    return (await store.create(entry)) ? new RunningTask(entry, store, onError) : undefined;
  }

  get task(): Task {
    return this.#entry.task;
  }

  /** Aborted when nobody needs the work any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Asks the client, which learns of the question when it looks.
   *
   * @param key No other question of this task may have had it
   */
  ask(key: string, request: QuestionRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.signal.throwIfAborted();
      this.#questions.set(key, { request, resolve, reject });
      this.#showQuestions();
    });
  }

  /** Takes the client's answers. Those to what is not asked are passed over. */
  async answer(responses: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [key, response] of Object.entries(responses)) {
      this.#questions.get(key)?.resolve(response);
      this.#questions.delete(key);
    }
    await this.#showQuestions();
  }

  /** Tells what becomes of the task, beginning with what it is, until the function that this returns is called. */
  follow(tell: (task: Task) => void): () => void {
    this.#followers.add(tell);
    tell(this.task);
    return () => void this.#followers.delete(tell);
  }

  /** Says what the work is doing. */
  report(statusMessage: string): void {
    if (!isFinal(this.task)) void this.#save({ ...this.task, statusMessage });
  }

  /** Ends the task with the tool's result. */
  async complete(result: NonNullable<Task["result"]>): Promise<void> {
    // As the call itself would have answered: a result of this revision says of what type it is.
    await this.#end({ status: "completed", result: { resultType: "complete", ...result } });
  }

  /** Ends the task with an error of the protocol. */
  async fail(error: TaskError): Promise<void> {
    await this.#end({ status: "failed", error, statusMessage: error.message });
  }

  /** Stops the work, and says so. A task that has ended stays as it is. */
  async cancel(): Promise<void> {
    const saved = this.#end({ status: "cancelled" });
    this.#abort(new DOMException("The task was cancelled.", "AbortError"));
    await saved;
  }

  /** Stops the work for a reason that is not the client's. */
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

  /** One write at a time, so that the last one is the latest. */
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

/** 128 random bits: nobody can guess the task of another. */
function randomId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** What the client has not answered yet. */
interface OpenQuestion {
  readonly request: QuestionRequest;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}
