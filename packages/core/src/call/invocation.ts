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

/** The parts of an invocation. */
export interface InvocationParts {
  readonly request: ClientRequest;
  readonly era: Era;
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** The forms that the method may ask with. */
  readonly forms: Forms | undefined;
  /** Registers the call, so that it ends with the server. */
  readonly calls: RunningCalls;
  readonly controls: ServerControls;
  readonly report: Report;
  /** Asks a modern client. Without it, each question is a request to the client. */
  readonly modernRequester: Requester | undefined;
  /** The task that the call may become. Then it continues without the request. */
  readonly task: TaskCall | undefined;
  /** The id of the call that this one continues. */
  readonly continues: string | undefined;
}

/** The call of a method for one request: it gives the method its context and runs it. */
export class Invocation implements CallInvocation {
  deadline: Deadline | undefined;
  readonly #parts: InvocationParts;
  readonly #running: RunningCall;
  readonly #sending = new Set<Promise<void>>();
  #requester: Requester | undefined;
  #nextKey: ReturnType<typeof createQuestionKeys> | undefined;
  #progress: Progress | undefined;
  #context: Context | undefined;
  /** Aborted at the end, so that the person no longer has to answer an open question. */
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

  /** Ends the call, and waits until everything that was sent has left. Later messages are dropped. */
  async end(): Promise<void> {
    this.#progress?.flush();
    this.#ending?.abort(new DOMException("The request has been answered.", "AbortError"));
    this.#isEnded = true;
    this.#running.end();
    if (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  /** Whether the client has its answer, so that nothing more is sent. */
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
      // A client's answer must not be able to end the process.
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
    // It fails if the client has disconnected, which the request's signal already reports.
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
  const error = new Error("The request is already answered, so the method can no longer ask.");
  expectError(error);
  throw error;
}
