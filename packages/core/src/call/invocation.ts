import { createQuestionKeys } from "../ask/create-question-keys.js";
import { LiveRequester } from "../ask/live-requester.js";
import type { Question } from "../ask/question.js";
import type { Ran, Requester, Settled } from "../ask/requester.js";
import { requireCapabilities } from "../ask/require-capabilities.js";
import { currentContainment } from "../containment/containment.js";
import { createCallScope } from "../containment/create-call-scope.js";
import { expectError } from "../containment/expected-errors.js";
import type { Context, Era } from "../context.js";
import type { Invocation as CallInvocation } from "../dispatch/call.js";
import { Deadline } from "../dispatch/deadline.js";
import type { Load } from "../limits/load.js";
import type { FetchOptions } from "../outgoing/fetch-options.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Forms } from "../primitives/form.js";
import type { Abortable } from "../promises/abortable.js";
import { type Awaitable, after, attempt } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { warnOfLate } from "../reporting/warn-of-late.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { ClientRequest } from "./client-request.js";
import { createContext } from "./create-context.js";
import type { PageCursors } from "./create-page-cursors.js";
import { createProgress, type Progress } from "./create-progress.js";
import type { RunningCall, RunningCalls } from "./running-calls.js";

/** The parts of an invocation. */
export interface InvocationParts {
  readonly request: ClientRequest;
  readonly era: Era;
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** What the method makes pages of: as `source`, but for all resources of a template the same. */
  readonly pagesOf: string;
  readonly cursors: () => PageCursors;
  /** The forms that the method may ask with. */
  readonly forms: Forms | undefined;
  /** Registers the call, so that it ends with the server. */
  readonly calls: RunningCalls;
  /** Its controls are made for the first context. */
  readonly catalog: Pick<Catalog, "controls">;
  readonly report: Report;
  /** How outgoing calls are made, if the server's options set it. */
  readonly fetchOptions: FetchOptions | undefined;
  /** Asks a modern client. Without it, each question is a request to the client. */
  readonly modernRequester: Requester | undefined;
  /** The task that the call may become. Then it continues without the request. */
  readonly task: TaskCall | undefined;
  /** The id of the call that this one continues. */
  readonly continues: string | undefined;
}

/** The call of a method for one request: it gives the method its context and runs it. */
export class Invocation implements CallInvocation {
  readonly #parts: InvocationParts;
  readonly #running: RunningCall;
  #sending: Set<Promise<void>> | undefined;
  #deadline: Deadline | undefined;
  #requester: Requester | undefined;
  #nextKey: ReturnType<typeof createQuestionKeys> | undefined;
  #progress: Progress | undefined;
  #context: Context | undefined;
  /** Aborted at the end, which ends outgoing calls and open questions. */
  #ending: AbortController | undefined;
  #isEnded = false;
  #runsAgain = false;

  constructor(parts: InvocationParts) {
    this.#parts = parts;
    this.#requester = parts.modernRequester;
    this.#running = parts.calls.begin(parts.task ?? parts.request);
  }

  get context(): Context {
    this.#context ??= this.#createContext();
    return this.#context;
  }

  get signal(): AbortSignal {
    return this.#abortable.signal;
  }

  get isAborted(): boolean {
    return this.#abortable.isAborted;
  }

  get deadline(): Deadline | undefined {
    return this.#deadline;
  }

  get continues(): string | undefined {
    return this.#parts.continues;
  }

  get load(): Load | undefined {
    return this.#parts.request.load;
  }

  get report(): Report {
    return this.#parts.report;
  }

  startDeadline(timeoutMs: number): Deadline {
    this.#deadline = new Deadline(timeoutMs, this.#running, this.#parts.source);
    return this.#deadline;
  }

  run<T>(method: () => Awaitable<T>): Awaitable<Ran<T>> {
    const { task } = this.#parts;
    return task === undefined ? this.#run(method) : after(task.begin(), () => this.#run(method));
  }

  /**
   * Ends the call, and waits until everything that was sent has left. Later messages are dropped.
   *
   * @param runsAgain Whether the method runs again, with the client's answer. @default false
   */
  end(runsAgain = false): Awaitable<void> {
    this.#runsAgain = runsAgain;
    this.#progress?.flush();
    this.#endOpen();
    this.#isEnded = true;
    this.#running.end();
    if (this.#sending !== undefined && this.#sending.size > 0) return Promise.all(this.#sending).then(() => undefined);
  }

  get #abortable(): Abortable {
    return this.#deadline ?? this.#running;
  }

  /** Whether the client has its answer, so that nothing more is sent. */
  get #isAnswered(): boolean {
    return this.#isEnded || this.#parts.task?.isTask === true;
  }

  /** Aborted with the call, and at its end. */
  get #open(): AbortSignal {
    this.#ending ??= new AbortController();
    if (this.#isEnded) this.#endOpen();
    return AbortSignal.any([this.signal, this.#ending.signal]);
  }

  #endOpen(): void {
    this.#ending?.abort(new DOMException("The request has been answered.", "AbortError"));
  }

  #run<T>(method: () => Awaitable<T>): Awaitable<Ran<T>> {
    const { source, report } = this.#parts;
    const scope = createCallScope({ source, report, stoppedBy: this });
    const running = this.#running;
    running.begin();
    try {
      const settled = settle(() => currentContainment().run(scope, method));
      return running.settle(after(settled, (settled) => this.#finish(settled)));
    } catch (error) {
      running.end();
      throw error;
    }
  }

  #finish<T>(settled: Settled<T>): Awaitable<Ran<T>> {
    if (this.#requester !== undefined) return this.#requester.finish(settled);
    if ("error" in settled) throw settled.error;
    return settled;
  }

  #createContext(): Context {
    const { request, catalog, task } = this.#parts;
    return createContext({
      ...this.#parts,
      controls: catalog.controls,
      signal: () => this.signal,
      whileOpen: () => this.#open,
      leftMs: () => this.#deadline?.leftMs,
      log: (level, data, logger) => {
        if (!this.#isAnswered) this.#send(request.log(level, data, logger));
        else this.#warnOfLate("a log message");
      },
      progress: (...args) => {
        if (task?.isTask) task.progress(...args);
        else if (!this.#isEnded) this.#openProgress().report(...args);
        else this.#warnOfLate("progress");
      },
      ask: (question) => this.#ask(question),
      once: async (key, effect) => {
        refuseIfEnded(this.#isEnded);
        return this.#openRequester().once(key, effect);
      },
      release: (retryMs) => {
        if (this.#isAnswered) return;
        this.#progress?.flush();
        task?.release();
        request.release(retryMs);
      },
    });
  }

  async #ask<T>(question: Question<T>): Promise<T> {
    const { request, task } = this.#parts;
    try {
      refuseIfEnded(this.#isEnded);
      requireCapabilities([question.requires], request.client.capabilities);
      this.#nextKey ??= createQuestionKeys();
      const asking = this.#openRequester().ask(this.#nextKey(question.title, question.key), question);
      return await (task?.isTask ? this.#whilePaused(asking) : asking);
    } catch (error) {
      // A client's answer must not be able to end the process.
      expectError(error);
      throw error;
    }
  }

  #openRequester(): Requester {
    this.#requester ??= new LiveRequester((question) => {
      return this.#whilePaused(this.#parts.request.ask(question, this.#open));
    });
    return this.#requester;
  }

  #openProgress(): Progress {
    const { request } = this.#parts;
    this.#progress ??= createProgress(request.meta.progressToken, (notification) => {
      if (!this.#isAnswered) this.#send(request.notify(notification));
    });
    return this.#progress;
  }

  /** The log of a task is dropped while the method runs, because it has no request: that is no mistake. */
  #warnOfLate(what: string): void {
    const { source, report, task } = this.#parts;
    if (this.#isEnded && !this.#runsAgain && task?.isTask !== true) warnOfLate(what, source, report);
  }

  #send(sent: Promise<void>): void {
    // It fails if the client has disconnected, which the request's signal already reports.
    this.#sending ??= new Set();
    const sending = this.#sending;
    const done = sent.catch(() => undefined).finally(() => void sending.delete(done));
    sending.add(done);
  }

  async #whilePaused<T>(waiting: Promise<T>): Promise<T> {
    const resume = this.#deadline?.pause();
    try {
      return await waiting;
    } finally {
      resume?.();
    }
  }
}

function settle<T>(method: () => Awaitable<T>): Awaitable<Settled<T>> {
  return attempt(
    () => after(method(), (value): Settled<T> => ({ value })),
    (error) => ({ error }),
  );
}

function refuseIfEnded(isEnded: boolean): void {
  if (!isEnded) return;
  const error = new Error("The request is already answered, so the method can no longer ask.");
  expectError(error);
  throw error;
}
