import type { QuestionRequest } from "../ask/question.js";
import type { Session } from "../context.js";
import type { Awaitable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { isRequest } from "../wire/is-request.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { Message, Params, RequestId, RequestMessage } from "../wire/message.js";
import type { Origin } from "./lane-request.js";

/** Sends a message to the client. */
export type Send = (message: Message, options?: { readonly relatedRequestId?: RequestId }) => Awaitable<void>;

/** The SDK's side of one connection. */
export interface SdkSide<From extends Origin> {
  deliver(message: Message, origin?: From): void;
  /**
   * Asks the client, and waits for the answer.
   *
   * @param relatedRequestId The request on whose stream the question goes out. @default none
   */
  ask(question: QuestionRequest, signal: AbortSignal, relatedRequestId?: RequestId): Promise<unknown>;
  close(): Promise<void>;
}

/** Makes the SDK's side of a connection, with the session that the lane has given the client. */
export type ConnectSdk<From extends Origin> = (
  send: Send,
  session: () => Session | undefined,
) => Promise<SdkSide<From>>;

/** Options of a {@link Fallback}. */
export interface FallbackOptions<From extends Origin> {
  readonly connect: ConnectSdk<From>;
  readonly send: Send;
  readonly session: () => Session | undefined;
  readonly report: Report;
  /** Returns what the client has said so far: requests whose answers it already has. */
  readonly said: () => readonly RequestMessage[];
}

/**
 * Passes on what the lane does not know. The SDK's side is made for the first message, and told what the client has said
 * before.
 */
export class Fallback<From extends Origin = Origin> {
  readonly #options: FallbackOptions<From>;
  #side: Promise<SdkSide<From>> | undefined;

  constructor(options: FallbackOptions<From>) {
    this.#options = options;
  }

  /** Passes on a message. */
  async deliver(message: Message, origin?: From): Promise<void> {
    try {
      (await this.#open()).deliver(message, origin);
    } catch (error) {
      const { report, send } = this.#options;
      report(error, "a message for the SDK");
      if (!isRequest(message)) return;
      try {
        await send(jsonRpcError("internal", "Internal error.", { id: message.id }));
      } catch {
        // The client has disconnected.
      }
    }
  }

  /** Asks the client, and waits for the answer. */
  async ask(question: QuestionRequest, signal: AbortSignal, relatedRequestId?: RequestId): Promise<unknown> {
    return (await this.#open()).ask(question, signal, relatedRequestId);
  }

  async close(): Promise<void> {
    const side = await this.#side?.catch(() => undefined);
    await side?.close();
  }

  #open(): Promise<SdkSide<From>> {
    this.#side ??= this.#connect();
    return this.#side;
  }

  /** Makes the SDK's side. It has taken in what the client has said before when it gets anything else. */
  async #connect(): Promise<SdkSide<From>> {
    const { connect, send, said, session } = this.#options;
    let taken = (): void => undefined;
    const side = await connect(async (message, options) => {
      if (isReplayed(message)) taken();
      else await send(message, options);
    }, session);
    for (const message of said()) {
      await new Promise<void>((resolve) => {
        taken = resolve;
        side.deliver(message);
      });
    }
    return side;
  }
}

/** The id of requests that the client has not sent, or not now. */
const REPLAYED = "plainmcp:replayed";

/** A request whose answer the client does not get. */
export function replayed(method: string, params: Params): RequestMessage {
  return { jsonrpc: "2.0", id: REPLAYED, method, params };
}

/** Whether a message answers such a request. */
function isReplayed(message: Message): boolean {
  return !("method" in message) && message.id === REPLAYED;
}
