import {
  type Awaitable,
  attempt,
  Budget,
  type BudgetOptions,
  checkInitialize,
  FaultError,
  isRequest,
  LimitError,
  MemorySessionStore,
  principalOf,
  type RequestMessage,
  requestIdOf,
  type SessionEvents,
  type SessionStore,
  type Share,
} from "@plainmcp/core/internal/engine";
import type { Endpoint } from "../endpoint.js";
import type { Body, Exchange } from "../exchange.js";
import type { HttpLimits } from "../limits/http-limits.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable, POST_ANSWERS } from "../responses/not-acceptable.js";
import { sessionNotFound } from "../responses/session-not-found.js";
import { type Answer, PlainAnswer } from "../stream/answer.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { onBodyEnd } from "../stream/on-body-end.js";
import { readAccept } from "../stream/read-accept.js";
import type { LegacyConnector } from "./legacy-connector.js";
import { LegacyTransport, type Post } from "./legacy-transport.js";
import { readPost } from "./read-post.js";

/** Options of `LegacySessions`. */
export interface LegacySessionsOptions {
  readonly limits: Pick<Required<HttpLimits>, "maxSessions" | "maxSessionsSize" | "maxBatchSize">;
  readonly sessionTtlMs: number;
  readonly keepAlive: KeepAlive;
  /**
   * Returns the store of the messages that a session was sent.
   *
   * @param count Is told how many bytes it stores. Returns whether there is room for them
   */
  readonly events: (sessionId: string, count: (bytes: number) => boolean) => SessionEvents;
  /** Receives every refusal for lack of room. */
  readonly onRefused?: BudgetOptions["onRefused"];
  /** Receives complaints about a client's messages. */
  readonly onError: (error: Error) => void;
  /** The time in milliseconds, from any fixed moment. */
  readonly now: () => number;
}

interface Session {
  readonly id: string;
  readonly transport: LegacyTransport;
  /** How many of its requests are open: calls, and streams for other messages. */
  openPosts: number;
  openGets: number;
  /** Whether the client did nothing but `initialize`, or nothing but that and saying that it knows the answer, or more. */
  stage: 0 | 1 | 2;
  /** Counts the uses of all sessions, because many fall into one millisecond. */
  lastUse: number;
}

/** Bytes of a session without what its client says. */
const SESSION_BYTES = 4_096;

/** Which sessions go first when there is no room: each of these comes after all uses of the one before. */
const TURN = 2 ** 48;

/** The sessions of legacy clients. */
export class LegacySessions implements Endpoint {
  readonly #connect: LegacyConnector;
  readonly #options: LegacySessionsOptions;
  readonly #store: SessionStore;
  readonly #sessions = new Map<string, Session>();
  readonly #places: Budget;
  readonly #sizes: Budget;
  #uses = 0;

  constructor(connect: LegacyConnector, options: LegacySessionsOptions) {
    this.#connect = connect;
    this.#options = options;
    const { limits, onRefused, sessionTtlMs: ttlMs, now } = options;
    const shared = { hasIdle: true, ...(onRefused && { onRefused }) };
    this.#places = new Budget({ limit: "maxSessions", max: limits.maxSessions, unit: "sessions", ...shared });
    this.#sizes = new Budget({
      ...{ limit: "maxSessionsSize", max: limits.maxSessionsSize, unit: "bytes of sessions" },
      ...shared,
    });
    this.#store = new MemorySessionStore({
      ...{ ttlMs, now },
      isBusy: (id) => this.#isBusy(id),
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

  refused({ request }: Exchange): void {
    // A session is in use, even if its calls are refused.
    const id = request.headers.get("mcp-session-id");
    const session = id === null ? undefined : this.#sessions.get(id);
    if (session !== undefined) this.#touch(session);
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
        session.stage = 2;
        return this.#exchange(session, "openGets", () => transport.listen(request));
      case "DELETE":
        return transport.close().then(() => new PlainAnswer("", {}));
      default: {
        const post = readPost(body as Body, transport.revision);
        if (post instanceof PlainAnswer) return post;
        if (session.stage < 2) session.stage = isGreeting(post) ? 1 : 2;
        return this.#exchange(session, "openPosts", () => transport.receive(exchange, post));
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
    const session = await this.#open(exchange);
    return await this.#exchange(session, "openPosts", () =>
      session.transport.receive(exchange, { messages: [message] }),
    );
  }

  async #open(exchange: Exchange): Promise<Session> {
    const { events, keepAlive, onError, limits } = this.#options;
    const { account } = exchange;
    const id = crypto.randomUUID();
    const subscriber = {
      account,
      turn: (isOwn: boolean) => this.#turnOf(id, isOwn),
      giveUp: () => void this.#sessions.get(id)?.transport.close(),
    };
    const place = this.#places.take(account, 1, subscriber);
    let size: Share | undefined;
    const forget = (): void => {
      this.#sessions.delete(id);
      this.#store.delete(id);
      place.release();
      size?.release();
    };
    try {
      const said = SESSION_BYTES + exchange.size;
      size = this.#sizes.take(account, said, subscriber);
      const count = (bytes: number): boolean => fits(size as Share, said + bytes);
      const transport = new LegacyTransport({
        ...{ keepAlive, subscriber, maxBatchSize: limits.maxBatchSize },
        session: { id, events: () => events(id, count) },
      });
      transport.onerror = onError;
      transport.onclose = forget;
      await this.#connect(exchange, transport, true);
      const session: Session = { id, transport, openPosts: 0, openGets: 0, stage: 0, lastUse: this.#uses++ };
      this.#sessions.set(id, session);
      this.#store.create({ id, owner: ownerOf(exchange) });
      return session;
    } catch (error) {
      forget();
      throw error;
    }
  }

  #isBusy(id: string): boolean {
    const session = this.#sessions.get(id);
    return session !== undefined && session.openPosts + session.openGets > 0;
  }

  /** When a session goes: unused ones first, those with work or a stream last, and never one with a request. */
  #turnOf(id: string, isOwn: boolean): number | undefined {
    const session = this.#sessions.get(id);
    // It is still being opened.
    if (session === undefined || session.openPosts > 0) return undefined;
    const { stage, lastUse, openGets, transport } = session;
    // A client must not lose a session in use by asking for more of them.
    if (openGets > 0 && stage > 0) return isOwn ? undefined : TURN * 4 + lastUse;
    if (transport.ledger.open.length > 0) return TURN * 3 + lastUse;
    return TURN * (stage === 0 ? -1 : stage) + lastUse;
  }

  #touch(session: Session): void {
    session.lastUse = this.#uses++;
    this.#store.touch(session.id);
  }

  #exchange(session: Session, open: "openPosts" | "openGets", answer: () => Awaitable<Answer>): Awaitable<Answer> {
    session[open]++;
    const ended = (): void => {
      session[open]--;
      this.#touch(session);
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

/** Whether a client only says that it knows the answer to `initialize`. */
function isGreeting({ messages: [message, ...rest] }: Post): boolean {
  return (
    message !== undefined && "method" in message && message.method === "notifications/initialized" && rest.length === 0
  );
}

/** Whether a share can have this size. */
function fits(share: Share, amount: number): boolean {
  try {
    share.resize(amount);
    return true;
  } catch (error) {
    if (error instanceof LimitError) return false;
    throw error;
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
