import { createQuestionKeys } from "../ask/create-question-keys.js";
import { LiveRequester } from "../ask/live-requester.js";
import type { Question } from "../ask/question.js";
import type { Ran, Requester, Settled } from "../ask/requester.js";
import { requireCapabilities } from "../ask/require-capabilities.js";
import { expectError } from "../containment/expected-errors.js";
import { runInCall } from "../containment/run-in-call.js";
import type { Context, Era, ServerControls } from "../context.js";
import type { Invocation as CallInvocation } from "../dispatch/call.js";
import type { Deadline } from "../dispatch/deadline.js";
import type { Forms } from "../primitives/form.js";
import type { Report } from "../reporting/create-report.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { ClientRequest } from "./client-request.js";
import { createContext } from "./create-context.js";
import { createProgress, type Progress } from "./create-progress.js";
import type { RunningCall, RunningCalls } from "./running-calls.js";

/** What an invocation is made of. */
export interface InvocationParts {
  readonly request: ClientRequest;
  readonly era: Era;
  /** What is called, for the log, such as `tool "add"`. */
  readonly source: string;
  /** What the method may ask. */
  readonly forms: Forms | undefined;
  /** Is told of the call, to end it with the server. */
  readonly calls: RunningCalls;
  readonly controls: ServerControls;
  readonly report: Report;
  /** Asks in the way of the modern era. Without it, each question is a request to the client. */
  readonly modernRequester: Requester | undefined;
  /** What the call may become: it goes on without the request, once it has. */
  readonly task: TaskCall | undefined;
  /** The call that this one continues. */
  readonly continues: string | undefined;
}

/** One request's call of a method: what the method can do meanwhile, and its end. */
export class Invocation implements CallInvocation {
  deadline: Deadline | undefined;
  readonly #parts: InvocationParts;
  readonly #running: RunningCall;
  readonly #sending = new Set<Promise<void>>();
  #requester: Requester | undefined;
  #nextKey: ReturnType<typeof createQuestionKeys> | undefined;
  #progress: Progress | undefined;
  #context: Context | undefined;
  /** Aborted with the end: the person need not answer what nobody waits for any more. */
  #ending: AbortController | undefined;
  #isEnded = false;

  constructor(parts: InvocationParts) {
    this.#parts = parts;
    this.#requester = parts.modernRequester;
    this.#running = parts.calls.begin(parts.task?.signal ?? parts.request.signal);
  }

  get context(): Context {
    this.#context ??= this.#createContext();
    return this.#context;
  }

  get signal(): AbortSignal {
    return this.deadline?.signal ?? this.#running.signal;
  }

  get isAborted(): boolean {
    return this.#running.isAborted || this.deadline?.signal.aborted === true;
  }

  get continues(): string | undefined {
    return this.#parts.continues;
  }

  get report(): Report {
    return this.#parts.report;
  }

  async run<T>(method: () => T | Promise<T>): Promise<Ran<T>> {
    const { source, report, task } = this.#parts;
    await task?.begin();
    return this.#running.run(async () => {
      const settled = await settle(() => runInCall({ source, report, stoppedBy: this }, method));
      if (this.#requester !== undefined) return this.#requester.finish(settled);
      if ("error" in settled) throw settled.error;
      return settled;
    });
  }

  /** Waits until all that was sent is out, after which nothing more is. */
  async end(): Promise<void> {
    this.#progress?.flush();
    this.#ending?.abort(new DOMException("The request has been answered.", "AbortError"));
    this.#isEnded = true;
    this.#running.end();
    if (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  /** Whether nothing more is sent to the client: it has its answer. */
  get #isAnswered(): boolean {
    return this.#isEnded || this.#parts.task?.isTask === true;
  }

  #createContext(): Context {
    const { request, era, controls, task } = this.#parts;
    return createContext({
      ...{ request, era, controls },
      signal: () => this.signal,
      log: (level, data) => {
        if (!this.#isAnswered) this.#send(request.log(level, data));
      },
      progress: (...args) => {
        if (task?.isTask) task.progress(...args);
        else if (!this.#isEnded) this.#openProgress().report(...args);
      },
      ask: (question) => this.#ask(question),
      forms: () => this.#parts.forms,
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
      // How a client answers must not decide whether the process goes on.
      expectError(error);
      throw error;
    }
  }

  #openRequester(): Requester {
    this.#requester ??= new LiveRequester((question) => {
      this.#ending ??= new AbortController();
      const open = AbortSignal.any([this.signal, this.#ending.signal]);
      return this.#whilePaused(this.#parts.request.ask(question, open));
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

  #send(sent: Promise<void>): void {
    // A client that is gone needs no progress, and the request's signal already says that it is gone.
    const done = sent.catch(() => undefined).finally(() => void this.#sending.delete(done));
    this.#sending.add(done);
  }

  async #whilePaused<T>(waiting: Promise<T>): Promise<T> {
    const resume = this.deadline?.pause();
    try {
      return await waiting;
    } finally {
      resume?.();
    }
  }
}

async function settle<T>(method: () => T | Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await method() };
  } catch (error) {
    return { error };
  }
}

function refuseIfEnded(isEnded: boolean): void {
  if (!isEnded) return;
  const error = new Error("The request has been answered: nothing can be asked any more.");
  expectError(error);
  throw error;
}
