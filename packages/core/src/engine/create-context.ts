import type { ServerContext } from "@modelcontextprotocol/server";
import { elicitQuestion } from "../ask/elicit-question.js";
import { elicitUrlQuestion } from "../ask/elicit-url-question.js";
import type { Forms } from "../ask/forms.js";
import type { Question } from "../ask/question.js";
import { rootsQuestion } from "../ask/roots-question.js";
import { sampleQuestion } from "../ask/sample-question.js";
import type { Context, Era, ServerControls } from "../context.js";
import { clientInfo } from "./client-info.js";
import { createLog } from "./create-log.js";
import type { EraServer } from "./era-server.js";

/** What the context of a request is made of. */
export interface ContextParts {
  readonly server: EraServer;
  readonly request: ServerContext;
  readonly era: Era;
  readonly controls: ServerControls;
  readonly report: Context["progress"];
  readonly release: Context["releaseConnection"];
  /** Takes note of what is on its way to the client. */
  send(sending: Promise<void>): void;
  ask<T>(question: Question<T>): Promise<T>;
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /** What the method that is running may ask. */
  forms(): Forms;
  signal(): AbortSignal;
  /** Whether the request has been answered, after which nothing more is sent. */
  isOver(): boolean;
}

/** The context of one request. */
export function createContext(parts: ContextParts): Context {
  const { server, request, era, controls, report, release, send, ask, once, forms, signal, isOver } = parts;
  const { mcpReq } = request;
  return {
    get signal() {
      return signal();
    },
    get client() {
      return clientInfo(server, request, era);
    },
    requestId: server.clientIdOf(mcpReq.id),
    era,
    meta: { ...mcpReq._meta },
    server: controls,
    log: createLog((level, data) => {
      if (!isOver()) send(mcpReq.log(level, data));
    }),
    progress: report,
    elicit: (message, options = {}) => asking(() => ask(elicitQuestion(message, options, forms()))),
    elicitUrl: (message, url, options = {}) => asking(() => ask(elicitUrlQuestion(message, url, options))),
    sample: (sampled, options = {}) => asking(() => ask(sampleQuestion(sampled, options))),
    roots: (options = {}) => asking(() => ask(rootsQuestion(options))),
    once,
    releaseConnection: release,
  };
}

/** A question that nobody waits for must not end the process when it is not answered. */
function asking<T>(ask: () => Promise<T>): Promise<T> {
  const answer = (async () => ask())();
  answer.catch(() => undefined);
  return answer;
}
