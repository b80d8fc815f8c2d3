import { type Engine, endInSteps, requestIdOf } from "@plainmcp/core/internal/engine";
import { createSdkServers } from "@plainmcp/core/internal/sdk";
import type { Endpoint } from "./endpoint.js";
import { type Exchange, type Gate, passGates } from "./exchange.js";
import { bodyGate } from "./gates/body.js";
import { callerGate } from "./gates/caller.js";
import { healthGate } from "./gates/health.js";
import { hostGate } from "./gates/host.js";
import { originGate, originsOf } from "./gates/origin.js";
import { routeGate } from "./gates/route.js";
import { LegacySessions } from "./legacy/legacy-sessions.js";
import { StatelessRequests } from "./legacy/stateless-requests.js";
import { ModernCalls } from "./modern/modern-calls.js";
import { Subscriptions } from "./modern/subscriptions.js";
import { type HttpHandlerOptions, resolveHttpHandlerOptions } from "./options.js";
import { createReporter } from "./reporter.js";
import { errorResponse } from "./responses/error-response.js";
import { SHUTTING_DOWN, shuttingDown } from "./responses/shutting-down.js";
import { createLegacyConnector } from "./sdk/legacy-connector.js";
import { LegacyRefusals } from "./sdk/legacy-refusals.js";
import { routePost } from "./sdk/route-post.js";
import { SdkCalls } from "./sdk/sdk-calls.js";
import { KeepAlive } from "./stream/keep-alive.js";
import { onBodyEnd } from "./stream/on-body-end.js";

/**
 * Answers HTTP requests. Runtimes with web-standard requests, such as Workers, Bun and Deno, serve it directly.
 *
 * @example
 * ```ts
 * const handler: HttpHandler = createHttpHandler(Weather);
 * const { status } = await handler.fetch(new Request("http://localhost/healthz")); // 200
 * await handler.close();
 * ```
 */
export interface HttpHandler {
  /**
   * Answers one request.
   *
   * @param env Passed by runtimes such as Workers, whose bindings it holds; it is not used
   * @param ctx The runtime's context, such as a Worker's: its `waitUntil` receives work that outlives the response
   */
  readonly fetch: (request: Request, env?: unknown, ctx?: FetchContext) => Promise<Response>;
  /**
   * Answers new requests with 503, and ends those in flight: first calls may finish, then their signals abort, then methods
   * may clean up. Resolves when that is done, or when the grace period (`shutdownGraceMs`) is over.
   */
  readonly close: () => Promise<void>;
}

/** The context that runtimes such as Workers pass to a handler. */
export interface FetchContext {
  /** Keeps the runtime alive until the work is done. */
  waitUntil(work: Promise<unknown>): void;
}

/** Serves an engine over Streamable HTTP to clients of both eras. */
export function createEngineHandler(engine: Engine, options: HttpHandlerOptions = {}): HttpHandler {
  const { report, refusal, violation } = createReporter(options.onError);
  const settings = resolveHttpHandlerOptions(options, ({ message }) => violation(message));
  const { legacy: mode, path, allowedHosts, allowedOrigins, maxBodySize } = settings;
  const inFlight = new InFlight();
  const keepAlive = new KeepAlive(settings.keepAliveMs);
  const servers = createSdkServers(engine);
  const connector = createLegacyConnector(servers);

  const calls = new ModernCalls({
    sdk: new SdkCalls(servers, { report, violation }),
    inputSchemaOf: engine.inputSchemaOf,
    ...{ keepAlive, report },
  });
  const subscriptions = new Subscriptions(engine, keepAlive);
  const legacy: Endpoint = {
    sessions: () =>
      new LegacySessions(connector, {
        ...{ ...settings, keepAlive },
        onError: ({ message }) => violation(message),
        now: Date.now,
      }),
    stateless: () => new StatelessRequests(connector, keepAlive),
    reject: () => new LegacyRefusals(servers, refusal),
  }[mode]();
  const endpoints: readonly Endpoint[] = [subscriptions, calls, legacy];
  let closing: Promise<void> | undefined;

  const closingGate: Gate = () => (closing === undefined ? undefined : shuttingDown());
  // Every request passes through all of them, in this order.
  const gates: readonly Gate[] = [
    healthGate,
    hostGate(allowedHosts, refusal),
    originGate([...allowedOrigins, ...originsOf(allowedHosts)], refusal),
    routeGate(path, mode === "sessions" ? ["GET", "POST", "DELETE"] : ["POST"]),
    closingGate,
    callerGate(options.caller),
    bodyGate(maxBodySize),
    // Again: both may have taken long.
    closingGate,
  ];

  const answerMessage = async (exchange: Exchange): Promise<Response> => {
    const route = exchange.body === undefined ? "legacy" : routePost(exchange);
    if (route instanceof Response) return route;
    return { legacy, call: calls, subscription: subscriptions }[route].answer(exchange);
  };

  const answer = async (exchange: Exchange): Promise<Response> => {
    try {
      return (await passGates(gates, exchange)) ?? (await answerMessage(exchange));
    } catch (error) {
      report(error as Error);
      return errorResponse(500, "internal", "Internal error.", { id: requestIdOf(exchange.body) });
    }
  };

  const shutDown = async (): Promise<void> => {
    for (const endpoint of endpoints) endpoint.endStreams?.();
    await endInSteps(settings.shutdownGraceMs, engine, {
      whenAnswered: async () => {
        await Promise.all([inFlight.whenNone(), ...endpoints.map((endpoint) => endpoint.whenAnswered?.())]);
      },
      answerRest: () => {
        for (const endpoint of endpoints) endpoint.answerRest?.(SHUTTING_DOWN);
      },
      flush: () => inFlight.whenNone(),
    });
    for (const endpoint of endpoints) await endpoint.close?.();
  };

  /** What the runtime makes of it does not concern the answer. */
  const keepAliveFor = (work: Promise<unknown>, ctx: FetchContext | undefined): void => {
    try {
      ctx?.waitUntil?.(work);
    } catch (error) {
      report(error as Error);
    }
  };

  return {
    fetch: (request, _env, ctx) =>
      inFlight.track(() =>
        answer({
          request,
          pathname: new URL(request.url).pathname,
          waitUntil: (work) => keepAliveFor(work, ctx),
          ...{ caller: undefined, body: undefined },
        }),
      ),
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
}

/** Counts the requests that are being answered. */
class InFlight {
  #open = 0;
  #waiting: (() => void)[] = [];

  /** Counts a request until its response is sent completely or abandoned. */
  async track(answer: () => Promise<Response>): Promise<Response> {
    this.#open++;
    try {
      return onBodyEnd(await answer(), () => this.#done());
    } catch (error) {
      this.#done();
      throw error;
    }
  }

  /** Resolves when no request is in flight. */
  async whenNone(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #done(): void {
    this.#open--;
    if (this.#open === 0) for (const wake of this.#waiting.splice(0)) wake();
  }
}
