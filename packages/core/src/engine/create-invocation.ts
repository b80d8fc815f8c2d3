import type { ServerContext } from "@modelcontextprotocol/server";
import type { Asker } from "../ask/asker.js";
import { createQuestionKeys } from "../ask/create-question-keys.js";
import { createForms, type Forms } from "../ask/forms.js";
import { InputRequired } from "../ask/input-required.js";
import { LiveAsker } from "../ask/live-asker.js";
import type { Question } from "../ask/question.js";
import { requireCapabilities } from "../ask/require-capabilities.js";
import { expectError } from "../containment/expected-errors.js";
import { runInCall } from "../containment/run-in-call.js";
import { createDeadline, type Deadline } from "../dispatch/deadline.js";
import type { Invocation } from "../dispatch/invocation.js";
import type { RunningCalls } from "../dispatch/running-calls.js";
import type { Registry } from "../registry/registry.js";
import { reportError } from "../reporting/report-error.js";
import type { TaskCall } from "../tasks/task-call.js";
import { clientInfo } from "./client-info.js";
import { createContext } from "./create-context.js";
import { createProgress } from "./create-progress.js";
import type { EraServer } from "./era-server.js";
import { sendQuestion } from "./send-question.js";

const NO_FORMS: Forms = createForms();

/** An invocation, and its end. */
export interface OpenInvocation {
  readonly invocation: Invocation;
  /** Waits until all that was sent is out, after which nothing more is. */
  end(): Promise<void>;
}

/**
 * Makes the invocation of one request.
 *
 * @param calls Is told of the call, to end it with the server
 * @param modernAsker Asks in the way of the modern era; without it, questions are requests to the client
 * @param task What the call may become: it goes on without the request, once it has
 */
export function createInvocation(
  server: EraServer,
  request: ServerContext,
  registry: Registry,
  calls: RunningCalls,
  modernAsker: Asker | undefined,
  task?: TaskCall,
): OpenInvocation {
  const { mcpReq } = request;
  const era = modernAsker ? "modern" : "legacy";
  const sending = new Set<Promise<void>>();
  const send = (sent: Promise<void>): void => {
    // A client that is gone needs no progress, and the request's signal already says that it is gone.
    const done = sent.catch(() => undefined).finally(() => void sending.delete(done));
    sending.add(done);
  };
  const progress = createProgress(mcpReq._meta?.progressToken, (notification) => {
    if (!isOver()) send(mcpReq.notify(notification));
  });
  const nextKey = createQuestionKeys();
  let forms = NO_FORMS;
  let deadline: Deadline | undefined;
  const ending = new AbortController();
  let over = false;

  const call = calls.begin(task?.signal ?? mcpReq.signal);
  const signal = (): AbortSignal => deadline?.signal ?? call.signal;
  const isOver = (): boolean => over || task?.isTask === true;
  const asker =
    modernAsker ??
    new LiveAsker((question) => {
      const open = AbortSignal.any([signal(), ending.signal]);
      return whilePaused(deadline, sendQuestion(request, question, open));
    });

  const ask = async <T>(question: Question<T>): Promise<T> => {
    try {
      refuseIfOver(over);
      requireCapabilities([question.requires], clientInfo(server, request, era).capabilities);
      const asking = asker.ask(nextKey(question.title, question.key), question);
      return await (task?.isTask ? whilePaused(deadline, asking) : asking);
    } catch (error) {
      // How a client answers must not decide whether the process goes on.
      expectError(error);
      throw error;
    }
  };
  const once = async <T>(key: string, effect: () => T | Promise<T>): Promise<T> => {
    refuseIfOver(over);
    return asker.once(key, effect);
  };
  const context = createContext({
    ...{ server, request, era, controls: registry.controls, send, ask, once, signal, isOver },
    forms: () => forms,
    report: (...args) => {
      if (task?.isTask) task.progress(...args);
      else if (!over) progress.report(...args);
    },
    release: (retryMs) => {
      if (isOver()) return;
      progress.flush();
      task?.release();
      // The HTTP transport takes the time along; to the SDK it is one argument too many.
      (request.http?.closeSSE as ((retryMs?: number) => void) | undefined)?.(retryMs);
    },
  });

  return {
    invocation: {
      context,
      get isAborted() {
        return call.isAborted;
      },
      run: async (rules, source, method) => {
        forms = rules.forms ?? NO_FORMS;
        const scoped = () => runInCall({ source, registry, stoppedBy: deadline ?? call }, method);
        const run = () => call.run(() => asker.run(scoped));
        if (rules.timeout === undefined) return run();
        deadline = createDeadline(rules.timeout, call.signal, source, (error) => {
          if (!(error instanceof InputRequired)) reportError(error, source, registry);
        });
        return deadline.limit(run);
      },
    },
    end: async () => {
      progress.flush();
      // The person need not answer what nobody waits for any more.
      ending.abort(new DOMException("The request has been answered.", "AbortError"));
      over = true;
      call.end();
      await Promise.all(sending);
    },
  };
}

async function whilePaused<T>(deadline: Deadline | undefined, waiting: Promise<T>): Promise<T> {
  const resume = deadline?.pause();
  try {
    return await waiting;
  } finally {
    resume?.();
  }
}

function refuseIfOver(over: boolean): void {
  if (!over) return;
  const error = new Error("The request has been answered: nothing can be asked any more.");
  expectError(error);
  throw error;
}
