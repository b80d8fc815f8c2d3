import { type Engine, FaultError, type Listening, type RequestMessage } from "@plainmcp/core/internal/engine";
import type { Endpoint } from "../endpoint.js";
import type { Exchange } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable } from "../responses/not-acceptable.js";
import { shuttingDown } from "../responses/shutting-down.js";
import type { Answer } from "../stream/answer.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { readAccept } from "../stream/read-accept.js";

/** Answers each `subscriptions/listen` with a stream that stays open until either side ends it. */
export class Subscriptions implements Endpoint {
  readonly #engine: Pick<Engine, "listen">;
  readonly #keepAlive: KeepAlive;
  /** Ends of the open subscriptions. */
  readonly #open = new Set<() => void>();
  #isEnded = false;

  constructor(engine: Pick<Engine, "listen">, keepAlive: KeepAlive) {
    this.#engine = engine;
    this.#keepAlive = keepAlive;
  }

  async answer(exchange: Exchange): Promise<Answer> {
    const { request, body, caller, load } = exchange;
    const { events, any } = readAccept(request);
    if (!events && !any) return notAcceptable("text/event-stream", body);
    const message = body as RequestMessage;
    try {
      const listening = await this.#engine.listen(message, { caller, load });
      if (!this.#isEnded) return this.#stream(listening, exchange);
      listening.cancel();
      return shuttingDown(body);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      const { kind, message: text, data } = error.fault;
      const status = kind === "missing-capability" ? 400 : 200;
      return errorResponse(status, kind, text, { id: message.id, data });
    }
  }

  endStreams(): void {
    this.#isEnded = true;
    for (const end of this.#open) end();
  }

  #stream(listening: Listening, exchange: Exchange): Answer {
    let stop = (): void => undefined;
    let stopListening = (): void => undefined;
    const leave = (): void => {
      stop();
      this.#open.delete(end);
      stopListening();
    };
    const end = (): void => {
      stream.write(listening.result);
      leave();
      stream.end();
    };
    const stream = new EventStream(this.#keepAlive, leave);
    stream.write(listening.acknowledgement);
    if (listening.isEmpty) end();
    else {
      stop = listening.begin((notification) => stream.write(notification), end);
      this.#open.add(end);
      // A client may disconnect before it reads the stream, and then never cancels it.
      stopListening = exchange.onGone(leave);
    }
    return stream.toAnswer();
  }
}
