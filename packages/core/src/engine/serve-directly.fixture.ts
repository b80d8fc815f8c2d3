import type { ClientRequest } from "../call/client-request.js";
import type { EngineLimits } from "../limits/engine-limits.js";
import { defineServer, type ServerTarget } from "../registry/define-server.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";
import type { ErrorReport } from "../reporting/error-report.js";
import { eraOf } from "../revisions/era-of.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import { createEngine, type Engine } from "./create-engine.js";

/** A request of a client that has no capabilities and receives nothing. */
export function clientRequest(said: Partial<ClientRequest> = {}): ClientRequest {
  const { signal = new AbortController().signal } = said;
  return {
    ...{ id: 1, revision: MODERN_REVISION, meta: {}, client: { capabilities: {} }, caller: undefined },
    ...{ isConnected: true, load: undefined },
    session: undefined,
    signal,
    get isAborted() {
      return signal.aborted;
    },
    notify: async () => undefined,
    ask: () => Promise.reject(new Error("This client cannot be asked.")),
    log: async () => undefined,
    release: () => undefined,
    ...said,
  };
}

/** Sends a request to an engine without a transport, and so without the SDK. */
export async function send(engine: Engine, method: string, params: object = {}, said: Partial<ClientRequest> = {}) {
  const request = clientRequest(said);
  const found = engine.methods[eraOf(request.revision)][method];
  if (!found) throw new Error(`The server does not answer ${method}.`);
  await found.check(params);
  // biome-ignore lint/suspicious/noExplicitAny: results are read as JSON
  return (await found.answer(params, request)) as any;
}

/** Serves a target without a transport. */
export function serveDirectly(target: ServerTarget, options: DefineServerOptions = {}, limits?: EngineLimits) {
  const reports: ErrorReport[] = [];
  const server = defineServer(target, { onError: (report) => void reports.push(report), ...options });
  const engine = createEngine(server, limits);
  return {
    ...{ server, engine, reports },
    send: (method: string, params?: object, said?: Partial<ClientRequest>) => send(engine, method, params, said),
  };
}
