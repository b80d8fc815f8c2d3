import { elicitQuestion } from "../ask/elicit-question.js";
import { elicitUrlQuestion } from "../ask/elicit-url-question.js";
import type { Question } from "../ask/question.js";
import { rootsQuestion } from "../ask/roots-question.js";
import { sampleQuestion } from "../ask/sample-question.js";
import type { Context, Era, LogLevel, ServerControls } from "../context.js";
import type { FetchOptions } from "../outgoing/fetch-options.js";
import type { Forms } from "../primitives/form.js";
import type { ClientRequest } from "./client-request.js";
import { createLog } from "./create-log.js";
import type { PageCursors, PagedCall } from "./create-page-cursors.js";

/** The parts of a call's context. */
export interface ContextParts extends PagedCall {
  readonly request: ClientRequest;
  readonly era: Era;
  readonly controls: ServerControls;
  readonly log: (level: LogLevel, data: unknown, logger: string | undefined) => void;
  readonly progress: Context["progress"];
  readonly release: Context["releaseConnection"];
  readonly ask: <T>(question: Question<T>) => Promise<T>;
  readonly once: Context["once"];
  /** The cursors that the method may give out. */
  readonly cursors: () => PageCursors;
  /** The forms that the method may ask with. */
  readonly forms: Forms | undefined;
  readonly signal: () => AbortSignal;
  /** Aborted with the call, and when it has been answered. */
  readonly whileOpen: () => AbortSignal;
  /** Milliseconds that are left for the method, if it has a deadline. */
  readonly leftMs: () => number | undefined;
  /** How outgoing calls are made, if the server's options set it. */
  readonly fetchOptions: FetchOptions | undefined;
}

/** Makes the context of one call. */
export function createContext(parts: ContextParts): Context {
  const { request, era, controls, log, progress, release, ask, once, cursors, forms, signal } = parts;
  return {
    get signal() {
      return signal();
    },
    get client() {
      return request.client;
    },
    auth: request.caller,
    get session() {
      return request.session;
    },
    requestId: request.id,
    era,
    meta: { ...request.meta },
    server: controls,
    log: createLog(log),
    progress,
    elicit: (message, options = {}) => asking(() => ask(elicitQuestion(message, options, forms))),
    elicitUrl: (message, url, options = {}) => asking(() => ask(elicitUrlQuestion(message, url, options))),
    sample: (sampled, options = {}) => asking(() => ask(sampleQuestion(sampled, options))),
    roots: (options = {}) => asking(() => ask(rootsQuestion(options))),
    once,
    page: async (items, next) => {
      const isLast = next === undefined || next === null;
      return { items: [...items], ...(!isLast && { nextCursor: await cursors().write(next, parts) }) };
    },
    readCursor: async <S>(cursor: string | undefined) =>
      cursor ? ((await cursors().read(cursor, parts)) as S) : undefined,
    releaseConnection: release,
    fetch: async (input, init) => {
      const { whileOpen, leftMs, fetchOptions: options } = parts;
      const { fetchForCall } = await import("../outgoing/fetch-for-call.js");
      return fetchForCall({ signal: whileOpen(), leftMs, meta: request.meta, options }, input, init);
    },
  };
}

/** Handles the rejection, because a method may not await its question, and an unhandled rejection ends the process. */
function asking<T>(ask: () => Promise<T>): Promise<T> {
  const answer = (async () => ask())();
  answer.catch(() => undefined);
  return answer;
}
