import { createMcpHandler, ProtocolError, type Server } from "@modelcontextprotocol/server";
import { type Engine, ErrorCode, endInSteps, requestIdOf } from "@plainmcp/core/engine";
import { createForeignRefusal } from "./create-foreign-refusal.js";
import { HEALTH_PATH } from "./endpoint-path.js";
import { errorResponse } from "./error-response.js";
import { Exchanges } from "./exchanges.js";
import {
  type HttpHandlerOptions,
  type HttpHandlerSettings,
  resolveHttpHandlerOptions,
} from "./http-handler-options.js";
import { fromSessions, refusingLegacy, withoutSessions } from "./legacy/legacy-answer.js";
import { LegacySessions } from "./legacy/legacy-sessions.js";
import { ANSWERS, type LegacyTransport } from "./legacy/legacy-transport.js";
import { answerInTime, keptAlive } from "./modern/answer-in-time.js";
import { refuseParamHeaders } from "./modern/refuse-param-headers.js";
import { tellOfTasks } from "./modern/tell-of-tasks.js";
import { watchSubscribed } from "./modern/watch-subscribed.js";
import { notAcceptable } from "./not-acceptable.js";
import { type Body, parseBody } from "./parse-body.js";
import { createReporter } from "./reporter.js";
import { routePost } from "./route-post.js";
import { sortSdkErrors } from "./sort-sdk-errors.js";
import { KeepAlive } from "./stream/keep-alive.js";
import { readAccept } from "./stream/read-accept.js";
import { withRequestId } from "./with-request-id.js";

/** Answers HTTP requests. Runtimes that speak web standards serve it as it is. */
export interface HttpHandler {
  /** Answers one request. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Has 503 answered from now on, and ends what is in flight: calls may finish, then their signals abort, then methods may
   * clean up. Resolves when that is done, or the grace period is over.
   */
  readonly close: () => Promise<void>;
}

/** Serves an engine over Streamable HTTP, to clients of either era. */
export function createEngineHandler(engine: Engine, options: HttpHandlerOptions = {}): HttpHandler {
  const { report, refusal, violation } = createReporter(options.onError);
  const settings = resolveHttpHandlerOptions(options, ({ message }) => violation(message));
  const refuseForeign = createForeignRefusal(settings, refusal);
  const exchanges = new Exchanges();
  const keepAlive = new KeepAlive(settings.keepAliveMs);
  const servers = new WeakMap<Request, Server>();
  const createServer: Engine["forRequest"] = (context, ids) => {
    const server = engine.forRequest(context, ids);
    if (context.requestInfo) servers.set(context.requestInfo, server);
    return server;
  };
  const sdk = sortSdkErrors(createServer, { report, violation });
  const sessions = new LegacySessions(engine.forConnection, {
    ...settings,
    keepAlive,
    onError: sdk.onError,
    now: Date.now,
  });
  /** Transports of legacy requests without a session. */
  const stateless = new Set<LegacyTransport>();
  // Streams are kept alive by us, all with one timer.
  const modern = { legacy: "reject", bus: engine.changes, keepAliveMs: 0, onerror: sdk.onError } as const;
  const calls = createMcpHandler(sdk.factory, modern);
  // Apart from the calls, so that closing can end subscriptions at once and leave calls the time to finish.
  const subscriptions = createMcpHandler(sdk.factory, modern);
  const answerLegacy = {
    sessions: () => fromSessions(sessions),
    stateless: () => withoutSessions(createServer, keepAlive, stateless),
    reject: () => refusingLegacy(calls),
  }[settings.legacy]();
  let closing: Promise<void> | undefined;

  const answerCall = async (request: Request, body: Body): Promise<Response> => {
    const { events, json } = readAccept(request);
    if (!events && !json) return notAcceptable(ANSWERS, body);
    const answer = async (): Promise<Response> => {
      try {
        const response = await withRequestId(await calls.fetch(request, { parsedBody: body }), body);
        return closing === undefined ? response : orShuttingDown(response, body);
      } catch (error) {
        return fail(error, body);
      }
    };
    const abandon = () => void servers.get(request)?.close();
    return answerInTime({ request, body, answer: answer(), abandon }, keepAlive);
  };

  const answerSubscription = async (request: Request, body: Body): Promise<Response> => {
    const { events, any } = readAccept(request);
    if (!events && !any) return notAcceptable("text/event-stream", body);
    const tasks = await engine.listenToTasks(body);
    const response = await withRequestId(await subscriptions.fetch(request, { parsedBody: body }), body);
    if (closing !== undefined) return orShuttingDown(response, body);
    return keptAlive(watchSubscribed(tellOfTasks(response, tasks), body, engine.watch), keepAlive);
  };

  const answerMessage = async (request: Request, body?: Body): Promise<Response> => {
    const route = body === undefined ? "legacy" : routePost(request, body);
    if (route === "legacy" || body === undefined) return await answerLegacy(request, body);
    const refusal = route instanceof Response ? route : refuseParamHeaders(request, body, engine.inputSchemaOf);
    if (refusal !== undefined) return refusal;
    return await (route === "subscription" ? answerSubscription : answerCall)(request, body);
  };

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    // Before the guards, because probes come by address and under no name.
    if (pathname === HEALTH_PATH) return answerHealth(request);
    const refusal = refuseForeign(request) ?? refuseUnrouted(request, pathname, settings);
    if (refusal !== undefined) return refusal;
    if (closing !== undefined) return shuttingDown();
    let body: Body | undefined;
    try {
      if (request.method === "POST") {
        const parsed = await parseBody(request, settings.maxBodySize);
        if ("refusal" in parsed) return parsed.refusal;
        body = parsed.body;
      }
      return await answerMessage(request, body);
    } catch (error) {
      return fail(error, body);
    }
  };

  const fail = (error: unknown, body: Body | undefined): Response => {
    if (error instanceof ProtocolError) return refuse(error, body);
    report(error as Error);
    return errorResponse(500, ErrorCode.internalError, "Internal error.", { id: requestIdOf(body) });
  };

  const shutDown = async (): Promise<void> => {
    await subscriptions.close();
    sessions.endStandingStreams();
    await endInSteps(settings.shutdownGraceMs, engine, {
      whenAnswered: async () => {
        await Promise.all([exchanges.whenNone(), sessions.whenAnswered()]);
      },
      answerRest: () => {
        sessions.answerRest(SHUTTING_DOWN);
        for (const transport of stateless) transport.answerRest(SHUTTING_DOWN);
        void calls.close();
      },
      flush: () => exchanges.whenNone(),
    });
    await sessions.close();
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
  if (pathname !== path && pathname !== `${path}/`)
    return errorResponse(404, ErrorCode.invalidRequest, `Not found. The endpoint is ${path}.`);
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

const SHUTTING_DOWN = "The server is shutting down.";

function shuttingDown(body?: unknown): Response {
  return errorResponse(503, ErrorCode.internalError, SHUTTING_DOWN, { id: requestIdOf(body) });
}
