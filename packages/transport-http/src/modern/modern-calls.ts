import { type Engine, requestIdOf } from "@plainmcp/core/internal/engine";
import type { Endpoint } from "../endpoint.js";
import type { Exchange } from "../exchange.js";
import type { Reporter } from "../reporter.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable, POST_ANSWERS } from "../responses/not-acceptable.js";
import { shuttingDown } from "../responses/shutting-down.js";
import type { SdkCalls } from "../sdk/sdk-calls.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { readAccept } from "../stream/read-accept.js";
import { answerInTime } from "./answer-in-time.js";
import { refuseParamHeaders } from "./refuse-param-headers.js";

/** Options of `ModernCalls`. */
export interface ModernCallsOptions {
  readonly sdk: SdkCalls;
  readonly inputSchemaOf: Engine["inputSchemaOf"];
  readonly keepAlive: KeepAlive;
  readonly report: Reporter["report"];
}

/** Answers all requests of modern clients except their subscriptions. */
export class ModernCalls implements Endpoint {
  readonly #options: ModernCallsOptions;

  constructor(options: ModernCallsOptions) {
    this.#options = options;
  }

  async answer(exchange: Exchange): Promise<Response> {
    const { sdk, inputSchemaOf, keepAlive } = this.#options;
    const { request, body } = exchange;
    const refusal = refuseParamHeaders(request, body, inputSchemaOf);
    if (refusal !== undefined) return refusal;
    const { events, json } = readAccept(request);
    if (!events && !json) return notAcceptable(POST_ANSWERS, body);
    const pending = { request, body, answer: this.#call(exchange), abandon: () => sdk.abandon(request) };
    return answerInTime(pending, keepAlive);
  }

  answerRest(): void {
    void this.#options.sdk.close();
  }

  async #call(exchange: Exchange): Promise<Response> {
    const { body } = exchange;
    try {
      return (await this.#options.sdk.answer(exchange)) ?? shuttingDown(body);
    } catch (error) {
      this.#options.report(error as Error);
      return errorResponse(500, "internal", "Internal error.", { id: requestIdOf(body) });
    }
  }
}
