import type { QuestionRequest } from "../ask/question.js";
import type { Caller, ClientInfo, LogLevel, Session } from "../context.js";
import type { Load } from "../limits/load.js";
import type { NotificationMessage, RequestId } from "../wire/message.js";

/** One request from a client, with everything from the transport and the protocol engine that answering it needs. */
export interface ClientRequest {
  /** The id that the client gave the request. */
  readonly id: RequestId;
  /** The revision of the protocol that the client speaks, such as `"2025-06-18"`. */
  readonly revision: string;
  /** The request's `_meta`, without the protocol's own keys. */
  readonly meta: { readonly [key: string]: unknown };
  readonly client: ClientInfo;
  /** The caller, if the transport has identified it. */
  readonly caller: Caller | undefined;
  /** What it takes of the server's budgets, if the transport has several clients. */
  readonly load: Load | undefined;
  /** The session of a legacy client, if it has one. */
  readonly session: Session | undefined;
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** Aborted when nobody waits for the answer any more. Created on first access. */
  readonly signal: AbortSignal;
  /** Whether the signal is aborted. Cheaper than creating the signal. */
  readonly isAborted: boolean;
  /** Sends a notification before the answer. */
  notify(notification: Pick<NotificationMessage, "method" | "params">): Promise<void>;
  /**
   * Asks a legacy client and waits for the answer. Questions to modern clients are part of the result.
   *
   * @throws ToolError when the client refuses to answer, takes too long, or sends an invalid answer
   */
  ask(question: QuestionRequest, signal: AbortSignal): Promise<unknown>;
  /**
   * Sends a log message, if the client has asked for its level.
   *
   * @param logger The name of the logger
   */
  log(level: LogLevel, data: unknown, logger?: string): Promise<void>;
  /**
   * Closes the connection, if the client can come back for the answer.
   *
   * @param retryMs Milliseconds after which the client should come back
   */
  release(retryMs?: number): void;
}
