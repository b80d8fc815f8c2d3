import {
  type Awaitable,
  type Engine,
  isThenable,
  type Reporter,
  type RequestMessage,
  requestIdOf,
} from "@plainmcp/core/internal/engine";
import { ModernLane } from "@plainmcp/core/internal/lane";
import type { Endpoint } from "../endpoint.js";
import type { Exchange } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable, POST_ANSWERS } from "../responses/not-acceptable.js";
import { shuttingDown } from "../responses/shutting-down.js";
import type { SdkCalls } from "../sdk/sdk-calls.js";
import type { Answer } from "../stream/answer.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { readAccept } from "../stream/read-accept.js";
import { answerInTime } from "./answer-in-time.js";
import { LaneReply } from "./lane-reply.js";
import { refuseParamHeaders } from "./refuse-param-headers.js";

/** Options of `ModernCalls`. */
export interface ModernCallsOptions {
  readonly engine: Engine;
  readonly sdk: () => Promise<SdkCalls>;
  readonly keepAlive: KeepAlive;
  readonly report: Reporter["report"];
}

/** Answers all requests of modern clients except their subscriptions. */
export class ModernCalls implements Endpoint {
  readonly #options: ModernCallsOptions;
  /** What the lane has not answered yet. */
  readonly #open = new Set<LaneReply>();
  #lane: ModernLane | undefined;
  #sdk: SdkCalls | undefined;

  constructor(options: ModernCallsOptions) {
    this.#options = options;
  }

  /** Has the SDK answer a request. */
  answer(exchange: Exchange): Awaitable<Answer> {
    return this.#refuse(exchange) ?? this.#answerBySdk(exchange);
  }

  /** Answers a request whose headers are right without the SDK. Returns `undefined` if the rest is unusual. */
  answerOrdinary(exchange: Exchange): Awaitable<Answer> | undefined {
    const { engine, keepAlive } = this.#options;
    const { request, body } = exchange;
    this.#lane ??= new ModernLane(engine);
    const message = body as RequestMessage;
    const reply = new LaneReply(message, keepAlive, readAccept(request).events);
    const opened = this.#lane.open(message, message.id, reply, exchange);
    if (opened === undefined) return undefined;
    const answer = this.#refuse(exchange) ?? reply.answer(opened, exchange);
    if (!isThenable(answer)) return answer;
    this.#open.add(reply);
    void reply.whenAnswered?.then(() => this.#open.delete(reply));
    return answer;
  }

  answerRest(): void {
    for (const reply of this.#open) reply.giveUp();
    void this.#sdk?.close();
  }

  #refuse({ request, body }: Exchange): Answer | undefined {
    const refusal = refuseParamHeaders(request, body, this.#options.engine.inputSchemaOf);
    if (refusal !== undefined) return refusal;
    const { events, json } = readAccept(request);
    return events || json ? undefined : notAcceptable(POST_ANSWERS, body);
  }

  async #answerBySdk(exchange: Exchange): Promise<Answer> {
    const { sdk, keepAlive } = this.#options;
    const { request, body } = exchange;
    this.#sdk ??= await sdk();
    const calls = this.#sdk;
    const pending = { request, body, answer: this.#call(calls, exchange), abandon: () => calls.abandon(exchange) };
    return answerInTime(pending, keepAlive);
  }

  async #call(calls: SdkCalls, exchange: Exchange): Promise<Response> {
    const { body } = exchange;
    try {
      return (await calls.answer(exchange)) ?? shuttingDown(body).toResponse();
    } catch (error) {
      this.#options.report(error);
      return errorResponse(500, "internal", "Internal error.", { id: requestIdOf(body) }).toResponse();
    }
  }
}
