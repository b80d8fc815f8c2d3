import type { QuestionRequest } from "../ask/question.js";
import type { Caller, ClientInfo, LogLevel } from "../context.js";
import type { NotificationMessage, RequestId } from "../wire/message.js";

/** One request of a client: all that answering it needs of the transport and the protocol engine. */
export interface ClientRequest {
  /** As the client calls it. */
  readonly id: RequestId;
  /** The revision of the protocol that the client speaks, such as `"2025-06-18"`. */
  readonly revision: string;
  /** What the client sent beside the params, without what the protocol keeps there for itself. */
  readonly meta: { readonly [key: string]: unknown };
  readonly client: ClientInfo;
  /** Who asks, if the transport has established it. */
  readonly caller: Caller | undefined;
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Sends a notification ahead of the answer. */
  notify(notification: Pick<NotificationMessage, "method" | "params">): Promise<void>;
  /**
   * Asks a legacy client, and waits for the answer. Modern clients are asked by the result.
   *
   * @throws ToolError when the client refuses to answer, takes too long, or answers something else
   */
  ask(question: QuestionRequest, signal: AbortSignal): Promise<unknown>;
  /** Sends a log message, if the client has asked for its level. */
  log(level: LogLevel, data: unknown): Promise<void>;
  /**
   * Lets go of the connection, where the client can come back for the answer.
   *
   * @param retryMs Milliseconds after which it should
   */
  release(retryMs?: number): void;
}
