import { createMcpHandler, ProtocolError } from "@modelcontextprotocol/server";
import { type Engine, ErrorCode, requestIdOf } from "@plainmcp/core/engine";
import { createForeignRefusal } from "./create-foreign-refusal.js";
import { HEALTH_PATH } from "./endpoint-path.js";
import { errorResponse } from "./error-response.js";
import { Exchanges } from "./exchanges.js";
import {
  type HttpHandlerOptions,
  type HttpHandlerSettings,
  resolveHttpHandlerOptions,
} from "./http-handler-options.js";
import { fromSessions, refusingLegacy, withoutSessions } from "./legacy-answer.js";
import { LegacySessions } from "./legacy-sessions.js";
import { parseBody } from "./parse-body.js";
import { refuseParamHeaders } from "./refuse-param-headers.js";
import { createReporter } from "./reporter.js";
import { routePost } from "./route-post.js";
import { sortSdkErrors } from "./sort-sdk-errors.js";
import { tellOfTasks } from "./tell-of-tasks.js";
import { watchSubscribed } from "./watch-subscribed.js";
import { withRequestId } from "./with-request-id.js";

/** Answers HTTP requests. Runtimes that speak web standards serve it as it is. */
export interface HttpHandler {
  /** Answers one request. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends streams and sessions, leaves requests in flight their grace period, and has 503 answered from then on. */
  readonly close: () => Promise<void>;
}

/** Serves an engine over Streamable HTTP, to clients of either era. */
export function createEngineHandler(engine: Engine, options: HttpHandlerOptions = {}): HttpHandler {
  const settings = resolveHttpHandlerOptions(options);
  const { report, refusal, violation } = createReporter(options.onError);
  const refuseForeign = createForeignRefusal(settings, refusal);
  const exchanges = new Exchanges();
  const sdk = sortSdkErrors(engine.forRequest, { report, violation });
  const sessions = new LegacySessions(engine.forConnection, { ...settings, onError: sdk.onError, now: Date.now });
  const modern = {
    legacy: "reject",
    bus: engine.changes,
    keepAliveMs: settings.keepAliveMs,
    onerror: sdk.onError,
  } as const;
  const calls = createMcpHandler(sdk.factory, modern);
  // Apart from the calls, so that closing can end subscriptions at once and leave calls the time to finish.
  const subscriptions = createMcpHandler(sdk.factory, modern);
  const answerLegacy = {
    sessions: () => fromSessions(sessions),
    stateless: () => withoutSessions(createMcpHandler(sdk.factory, { ...modern, legacy: "stateless" })),
    reject: () => refusingLegacy(calls),
  }[settings.legacy]();
  let closing: Promise<void> | undefined;

  const answerMessage = async (request: Request, body?: unknown): Promise<Response> => {
    try {
      const route = request.method === "POST" ? routePost(request, body) : "legacy";
      if (route === "legacy") return await answerLegacy(request, body);
      const refusal = route instanceof Response ? route : refuseParamHeaders(request, body, engine.inputSchemaOf);
      if (refusal !== undefined) return refusal;
      const tasks = route === "subscription" ? await engine.listenToTasks(body) : undefined;
      const handler = route === "subscription" ? subscriptions : calls;
      const response = await withRequestId(await handler.fetch(request, { parsedBody: body }), body);
      if (closing !== undefined) return orShuttingDown(response, body);
      return route === "subscription" ? watchSubscribed(tellOfTasks(response, tasks), body, engine.watch) : response;
    } catch (error) {
      if (error instanceof ProtocolError) return refuse(error, body);
      report(error as Error);
      return errorResponse(500, ErrorCode.internalError, "Internal error.", { id: requestIdOf(body) });
    }
  };

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    // Before the guards, because probes come by address and under no name.
    if (pathname === HEALTH_PATH) return answerHealth(request);
    const refusal = refuseForeign(request) ?? refuseUnrouted(request, pathname, settings);
    if (refusal !== undefined) return refusal;
    if (closing !== undefined) return shuttingDown();
    if (request.method !== "POST") return await answerMessage(request);
    const body = await parseBody(request, settings.maxBodySize);
    return "refusal" in body ? body.refusal : await answerMessage(request, body.json);
  };

  const shutDown = async (): Promise<void> => {
    await subscriptions.close();
    sessions.endStandingStreams();
    await exchanges.whenNone(settings.shutdownGraceMs);
    await Promise.all([calls.close(), sessions.close(), engine.close()]);
  };

  return {
    fetch: (request) => exchanges.track(() => answer(request)),
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
}

function refuse({ code, message, data }: ProtocolError, body: unknown): Response {
  return errorResponse(400, code, message, { id: requestIdOf(body), data });
}

function answerHealth({ method }: Request): Response {
  if (method === "GET" || method === "HEAD") return Response.json({ status: "ok" });
  return errorResponse(405, ErrorCode.invalidRequest, "Method not allowed.", { headers: { allow: "GET, HEAD" } });
}

function refuseUnrouted(
  { method }: Request,
  pathname: string,
  { path, legacy }: HttpHandlerSettings,
): Response | undefined {
  if (pathname !== path) return errorResponse(404, ErrorCode.invalidRequest, `Not found. The endpoint is ${path}.`);
  const allowed = legacy === "sessions" ? ["GET", "POST", "DELETE"] : ["POST"];
  if (allowed.includes(method)) return undefined;
  return errorResponse(405, ErrorCode.invalidRequest, "Method not allowed.", {
    headers: { allow: allowed.join(", ") },
  });
}

// What the SDK answers for a call that closing has aborted is made for a client that has left, and has no body.
function orShuttingDown(response: Response, body: unknown): Response {
  return response.status === 499 ? shuttingDown(body) : response;
}

function shuttingDown(body?: unknown): Response {
  return errorResponse(503, ErrorCode.internalError, "The server is shutting down.", { id: requestIdOf(body) });
}
