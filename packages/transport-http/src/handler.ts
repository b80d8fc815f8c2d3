import {
  type Awaitable,
  attempt,
  Budget,
  createReporter,
  type Engine,
  endInSteps,
  isThenable,
  LimitError,
  type Reporter,
  requestIdOf,
} from "@plainmcp/core/internal/engine";
import type { Endpoint } from "./endpoint.js";
import type { Exchange, Gate } from "./exchange.js";
import { accountingGate } from "./gates/accounting.js";
import { bodyGate } from "./gates/body.js";
import { callerGate } from "./gates/caller.js";
import { healthGate } from "./gates/health.js";
import { hostGate } from "./gates/host.js";
import { originGate, originsOf } from "./gates/origin.js";
import { routeGate } from "./gates/route.js";
import { createLaneConnector } from "./legacy/lane-connector.js";
import { type ConnectLegacy, createSdkConnector } from "./legacy/legacy-connector.js";
import { LegacySessions } from "./legacy/legacy-sessions.js";
import { StatelessRequests } from "./legacy/stateless-requests.js";
import { Readers } from "./limits/readers.js";
import { reportLimit, reportSlowReader } from "./limits/report-limits.js";
import { ModernCalls } from "./modern/modern-calls.js";
import { Subscriptions } from "./modern/subscriptions.js";
import { type HttpHandlerOptions, resolveHttpHandlerOptions } from "./options.js";
import { errorResponse } from "./responses/error-response.js";
import { limitResponse } from "./responses/limit-response.js";
import { SHUTTING_DOWN, shuttingDown } from "./responses/shutting-down.js";
import { type Route, routeMessage } from "./route-message.js";
import { type Answer, PlainAnswer, toResponse } from "./stream/answer.js";
import { KeepAlive } from "./stream/keep-alive.js";
import { onBodyEnd } from "./stream/on-body-end.js";
import { WebExchange } from "./web-exchange.js";

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
   * @param env The environment, on runtimes such as Workers that pass it to each request: `init` and `env` get it
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

/** Answers requests that an adapter has taken in, which costs less than by a web `Request`. */
export type AnswerExchange = (exchange: Exchange) => Awaitable<Answer>;

const answering = new WeakMap<object, AnswerExchange>();

/** How a handler answers requests that an adapter has taken in, if it is one of ours. */
export function answerExchangeOf(handler: Pick<HttpHandler, "fetch">): AnswerExchange | undefined {
  return answering.get(handler);
}

/** Serves an engine over Streamable HTTP to clients of both eras. */
export function createEngineHandler(
  engine: Engine,
  options: HttpHandlerOptions = {},
  reporter: Reporter = createReporter(options.onError),
): HttpHandler {
  const { report, notice, refusal, violation } = reporter;
  const settings = resolveHttpHandlerOptions(options, report);
  const { legacy: mode, path, allowedHosts, allowedOrigins, limits, trustProxy } = settings;
  const inFlight = new InFlight();
  const keepAlive = new KeepAlive(settings.keepAliveMs, limits.maxQueueSize);
  const onRefused = (error: LimitError): void => reportLimit(error, refusal);
  const bodies = new Budget({
    ...{ limit: "maxBodiesSize", max: limits.maxBodiesSize, unit: "bytes of requests", onRefused },
  });
  const readers = new Readers(limits.maxQueuesSize, onRefused, () => reportSlowReader(limits.maxQueueSize, refusal));
  // The SDK is loaded when a request needs it, so that the start does not wait for it.
  const sdk = lazily(async () => (await import("./sdk/sdk-side.js")).createSdkSide(engine, reporter));
  const connect: ConnectLegacy = (exchange, transport, lasts) => async (send, session) =>
    (await sdk()).connect(exchange, transport, lasts)(send, session);
  const connector = settings.lane ? createLaneConnector(engine, connect) : createSdkConnector(connect);

  const calls = new ModernCalls({
    ...{ engine, keepAlive, report },
    sdk: async () => (await sdk()).calls,
  });
  const subscriptions = onDemand(() => new Subscriptions(engine, keepAlive));
  const legacy = onDemand(
    {
      sessions: () =>
        new LegacySessions(connector, {
          ...{ ...settings, keepAlive, onRefused },
          onError: ({ message }) => violation(message),
          now: Date.now,
        }),
      stateless: () => new StatelessRequests(connector, keepAlive, limits.maxBatchSize),
      reject: () => ({ answer: async (exchange: Exchange) => (await sdk()).refusals.answer(exchange) }),
    }[mode] as () => Endpoint,
  );
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
    accountingGate({ bodies, readers, trustProxy, notice }),
    bodyGate(limits.maxBodySize),
    // Again: both may have taken long.
    closingGate,
  ];

  const routes: Readonly<Record<Route, Endpoint>> = { legacy, call: calls, subscription: subscriptions };
  const answerOnLane = (exchange: Exchange): Awaitable<Answer> | undefined => {
    const route = settings.lane ? routeMessage(exchange) : undefined;
    if (route === undefined) return undefined;
    return route === "lane" ? calls.answerOrdinary(exchange) : routes[route].answer(exchange);
  };
  const answerBySdk = async (exchange: Exchange): Promise<Answer> => {
    const route = (await sdk()).route(exchange);
    return route instanceof PlainAnswer ? route : routes[route].answer(exchange);
  };
  const answerMessage: AnswerExchange = (exchange) => {
    const answer = answerOnLane(exchange) ?? answerBySdk(exchange);
    if (isThenable(answer)) exchange.load?.hold();
    return answer;
  };

  const answer: AnswerExchange = (exchange) => {
    inFlight.begin();
    return attempt(
      () => passGates(gates, exchange, answerMessage),
      (error) => {
        if (error instanceof LimitError) {
          legacy.refused?.(exchange);
          return limitResponse(error, requestIdOf(exchange.body));
        }
        report(error);
        return errorResponse(500, "internal", "Internal error.", { id: requestIdOf(exchange.body) });
      },
      (answer) => {
        count(answer, exchange, readers);
        const { heldLoad } = exchange;
        if (heldLoad === undefined) return onBodyEnd(answer, inFlight.end);
        return onBodyEnd(answer, () => {
          heldLoad.end();
          inFlight.end();
        });
      },
    );
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
    reporter.flush();
  };

  /** What the runtime makes of it does not concern the answer. */
  const keepAliveFor = (work: Promise<unknown>, ctx: FetchContext | undefined): void => {
    try {
      ctx?.waitUntil?.(work);
    } catch (error) {
      report(error);
    }
  };

  const handler: HttpHandler = {
    fetch: async (request, env, ctx) => {
      engine.lives?.provide(env, ctx);
      return toResponse(await answer(new WebExchange(request, (work) => keepAliveFor(work, ctx))));
    },
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
  answering.set(handler, answer);
  return handler;
}

/** Answers that are longer may wait for their reader long enough to count. */
const MUCH = 16_384;

/** Counts what will wait for the client to read it. */
function count(answer: Answer, exchange: Exchange, readers: Readers): void {
  if (!(answer instanceof PlainAnswer)) return;
  const { body } = answer;
  if (typeof body !== "string") {
    // A stream is a request without an end.
    exchange.load?.hold();
    body.count(readers.open(exchange.account, () => body.disconnect()));
  } else if (body.length > MUCH) answer.openReader = (disconnect) => readers.open(exchange.account, disconnect);
}

/**
 * Passes an exchange through the gates in order. The first gate that answers it ends it; if none does, `answer` answers
 * it.
 */
function passGates(
  gates: readonly Gate[],
  exchange: Exchange,
  answer: (exchange: Exchange) => Awaitable<Answer>,
): Awaitable<Answer> {
  for (let next = 0; next < gates.length; next += 1) {
    const ended = (gates[next] as Gate)(exchange);
    if (isThenable(ended)) {
      return ended.then((ended) => ended ?? passGates(gates.slice(next + 1), exchange, answer));
    }
    if (ended !== undefined) return ended;
  }
  return answer(exchange);
}

/** An endpoint that is made for its first request, because many servers are never asked by such a client. */
function onDemand(make: () => Endpoint): Endpoint {
  let made: Endpoint | undefined;
  return {
    answer: (exchange) => {
      made ??= make();
      return made.answer(exchange);
    },
    refused: (exchange) => made?.refused?.(exchange),
    endStreams: () => made?.endStreams?.(),
    whenAnswered: async () => made?.whenAnswered?.(),
    answerRest: (text) => made?.answerRest?.(text),
    close: async () => made?.close?.(),
  };
}

/** Makes something once, when it is needed. After a failure, it is tried again. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Counts the requests whose responses are not sent completely or abandoned yet. */
class InFlight {
  #open = 0;
  #waiting: (() => void)[] = [];

  begin(): void {
    this.#open++;
  }

  readonly end = (): void => {
    this.#open--;
    if (this.#open === 0 && this.#waiting.length > 0) for (const wake of this.#waiting.splice(0)) wake();
  };

  /** Resolves when no request is in flight. */
  async whenNone(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
