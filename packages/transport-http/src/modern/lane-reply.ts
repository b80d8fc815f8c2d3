import {
  type Awaitable,
  errorCodeOf,
  isThenable,
  jsonRpcError,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
  serialize,
} from "@plainmcp/core/internal/engine";
import type { ModernClient, OpenedRequest } from "@plainmcp/core/internal/lane";
import type { Exchange } from "../exchange.js";
import { SHUTTING_DOWN, shuttingDown } from "../responses/shutting-down.js";
import { type Answer, JSON_HEADERS, PlainAnswer } from "../stream/answer.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { lateJson } from "../stream/late-json.js";

/**
 * The response to a modern request that the lane answers. It is JSON, unless a notification comes before the answer, or
 * the answer takes longer than a connection may be silent: then it is an event stream, or JSON after white space for
 * clients that do not accept event streams. The status of these is 200, even if the answer turns out to be an error.
 */
export class LaneReply implements ModernClient {
  readonly isConnected = false;
  readonly #message: RequestMessage;
  readonly #keepAlive: KeepAlive;
  readonly #takesEvents: boolean;
  #stream: EventStream | undefined;
  #respond: ((answer: Answer) => void) | undefined;
  #request: OpenedRequest["request"] | undefined;
  /** Resolves when the request has its answer; undefined if it had it at once. */
  whenAnswered: Promise<void> | undefined;

  constructor(message: RequestMessage, keepAlive: KeepAlive, takesEvents: boolean) {
    this.#message = message;
    this.#keepAlive = keepAlive;
    this.#takesEvents = takesEvents;
  }

  /** Answers the request. */
  answer(opened: OpenedRequest, exchange: Exchange): Awaitable<Answer> {
    this.#request = opened.request;
    const answer = opened.answer();
    return isThenable(answer) ? this.#wait(answer, exchange) : toJson(answer);
  }

  async notify(notification: Pick<NotificationMessage, "method" | "params">): Promise<void> {
    // Clients that do not accept event streams get only the answer.
    if (!this.#takesEvents) return;
    this.#openStream().write({ jsonrpc: "2.0", ...notification });
  }

  /** Answers the request with an error, because the server ends. */
  giveUp(): void {
    const { id } = this.#message;
    if (this.#stream === undefined) this.#respond?.(shuttingDown(this.#message));
    else this.#end(jsonRpcError("internal", SHUTTING_DOWN, { id }));
  }

  #wait(answer: Promise<ResponseMessage>, exchange: Exchange): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#respond = resolve;
      if (this.#stream !== undefined) resolve(this.#stream.toAnswer());
      const stopListening = exchange.onGone(() => this.#abandon());
      const silence = this.#keepAlive.keep(() => {
        silence.end();
        this.#breakSilence(answer);
      });
      this.whenAnswered = answer
        .then((message) => {
          silence.end();
          stopListening();
          if (this.#stream === undefined) resolve(toJson(message));
          else this.#end(message);
        })
        // The answer has no JSON.
        .catch((error: unknown) => {
          reject(error);
          this.#end(jsonRpcError("internal", "Internal error.", { id: this.#message.id }));
        });
    });
  }

  #breakSilence(answer: Promise<ResponseMessage>): void {
    if (this.#takesEvents) this.#openStream().keepAlive();
    else this.#respond?.(lateJson(answer.then(serialize), this.#keepAlive, () => this.#abandon()));
  }

  #openStream(): EventStream {
    if (this.#stream === undefined) {
      this.#stream = new EventStream(this.#keepAlive, (isRead) => isRead || this.#abandon());
      this.#respond?.(this.#stream.toAnswer());
    }
    return this.#stream;
  }

  #end(message: ResponseMessage): void {
    this.#stream?.write(message);
    this.#stream?.end();
  }

  #abandon(): void {
    this.#request?.abort(new Error("The client has disconnected."));
  }
}

function toJson(message: ResponseMessage): PlainAnswer {
  return new PlainAnswer(serialize(message), JSON_HEADERS, statusOf(message));
}

const MISSING_CAPABILITY = errorCodeOf("missing-capability");

/** Only one error of a method has a status of its own in the protocol. */
function statusOf(message: ResponseMessage): number {
  return "error" in message && message.error.code === MISSING_CAPABILITY ? 400 : 200;
}
