import {
  type Awaitable,
  attempt,
  checkInitialize,
  FaultError,
  isRequest,
  MemorySessionStore,
  principalOf,
  type RequestMessage,
  requestIdOf,
  type SessionEvents,
  type SessionStore,
} from "@plainmcp/core/internal/engine";
import type { Endpoint } from "../endpoint.js";
import type { Body, Exchange } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable, POST_ANSWERS } from "../responses/not-acceptable.js";
import { sessionNotFound } from "../responses/session-not-found.js";
import { type Answer, PlainAnswer } from "../stream/answer.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { onBodyEnd } from "../stream/on-body-end.js";
import { readAccept } from "../stream/read-accept.js";
import type { LegacyConnector } from "./legacy-connector.js";
import { LegacyTransport } from "./legacy-transport.js";
import { readPost } from "./read-post.js";

const RETRY_AFTER_SECONDS = "30";

/** Options of `LegacySessions`. */
export interface LegacySessionsOptions {
  readonly maxSessions: number;
  readonly sessionTtlMs: number;
  readonly keepAlive: KeepAlive;
  /** Returns the store of the messages that a session was sent. */
  readonly events: (sessionId: string) => SessionEvents;
  /** Receives complaints about a client's messages. */
  readonly onError: (error: Error) => void;
  /** The time in milliseconds, from any fixed moment. */
  readonly now: () => number;
}

interface Session {
  readonly id: string;
  readonly transport: LegacyTransport;
  openRequests: number;
}

/** The sessions of legacy clients. */
export class LegacySessions implements Endpoint {
  readonly #connect: LegacyConnector;
  readonly #options: LegacySessionsOptions;
  readonly #store: SessionStore;
  readonly #sessions = new Map<string, Session>();

  constructor(connect: LegacyConnector, options: LegacySessionsOptions) {
    this.#connect = connect;
    this.#options = options;
    const { maxSessions, sessionTtlMs: ttlMs, now } = options;
    this.#store = new MemorySessionStore({
      ...{ maxSessions, ttlMs, now },
      idleness: (id) => this.#idleness(id),
      onDrop: (id) => void this.#sessions.get(id)?.transport.close(),
    });
  }

  answer(exchange: Exchange): Awaitable<Answer> {
    const { request, body } = exchange;
    // Even if it names a session: a client that has lost its session starts a new one.
    if (body && isInitialize(body)) return this.#initialize(exchange, body);
    const id = request.headers.get("mcp-session-id");
    if (id === null) {
      const post = body && readPost(body, undefined);
      return post instanceof PlainAnswer ? post : sessionRequired(body);
    }
    const session = this.#store.read(id)?.owner === ownerOf(exchange) ? this.#sessions.get(id) : undefined;
    return session === undefined ? sessionNotFound(requestIdOf(body)) : this.#continue(session, exchange);
  }

  endStreams(): void {
    for (const { transport } of this.#sessions.values()) transport.endStandingStreams();
  }

  async whenAnswered(): Promise<void> {
    await Promise.all(Array.from(this.#sessions.values(), ({ transport }) => transport.whenAnswered()));
  }

  answerRest(text: string): void {
    for (const { transport } of this.#sessions.values()) transport.answerRest(text);
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#sessions.values(), ({ transport }) => transport.close()));
  }

  #continue(session: Session, exchange: Exchange): Awaitable<Answer> {
    const { transport } = session;
    const { request, body } = exchange;
    switch (request.method) {
      case "GET":
        return this.#exchange(session, () => transport.listen(request));
      case "DELETE":
        return transport.close().then(() => new PlainAnswer("", {}));
      default: {
        const post = readPost(body as Body, transport.revision);
        return post instanceof PlainAnswer ? post : this.#exchange(session, () => transport.receive(exchange, post));
      }
    }
  }

  async #initialize(exchange: Exchange, message: RequestMessage): Promise<Answer> {
    const { id } = message;
    try {
      await checkInitialize(message.params);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      return errorResponse(400, error.fault.kind, error.message, { id });
    }
    const { events, json } = readAccept(exchange.request);
    if (!events && !json) return notAcceptable(POST_ANSWERS, message);
    const record = { id: crypto.randomUUID(), owner: ownerOf(exchange) };
    if (!this.#store.create(record)) {
      const headers = { "retry-after": RETRY_AFTER_SECONDS };
      return errorResponse(503, "internal", "Too many sessions are open. Try again later.", { id, headers });
    }
    const session = await this.#open(record.id, exchange);
    return await this.#exchange(session, () => session.transport.receive(exchange, { messages: [message] }));
  }

  async #open(id: string, exchange: Exchange): Promise<Session> {
    const { events, keepAlive, onError } = this.#options;
    const transport = new LegacyTransport({ keepAlive, session: { id, events: () => events(id) } });
    transport.onerror = onError;
    transport.onclose = () => this.#forget(id);
    try {
      await this.#connect(exchange, transport, true);
      const session = { id, transport, openRequests: 0 };
      this.#sessions.set(id, session);
      return session;
    } catch (error) {
      this.#forget(id);
      throw error;
    }
  }

  #forget(id: string): void {
    this.#sessions.delete(id);
    this.#store.delete(id);
  }

  #idleness(id: string): "busy" | "working" | "idle" {
    const session = this.#sessions.get(id);
    // The session is still being opened.
    if (session === undefined || session.openRequests > 0) return "busy";
    return session.transport.ledger.open.length > 0 ? "working" : "idle";
  }

  #exchange(session: Session, answer: () => Awaitable<Answer>): Awaitable<Answer> {
    session.openRequests++;
    const ended = (): void => {
      session.openRequests--;
      this.#store.touch(session.id);
    };
    return attempt(
      answer,
      (error) => {
        ended();
        throw error;
      },
      (answer) => onBodyEnd(answer, ended),
    );
  }
}

/** A string that identifies who a session belongs to; empty if the caller is unknown. */
function ownerOf({ caller }: Exchange): string {
  return caller === undefined ? "" : JSON.stringify(principalOf(caller));
}

function sessionRequired(body: unknown): PlainAnswer {
  const message = "The Mcp-Session-Id header is required. It comes with the response to initialize.";
  return errorResponse(400, "invalid-request", message, { id: requestIdOf(body) });
}

function isInitialize(body: Body): body is RequestMessage {
  return "method" in body && isRequest(body) && body.method === "initialize";
}
