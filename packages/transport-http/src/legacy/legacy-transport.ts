import {
  type Awaitable,
  after,
  type ErrorMessage,
  isRequest,
  isThenable,
  jsonRpcError,
  LEGACY_REVISIONS,
  type Message,
  type NotificationMessage,
  type OpenRequest,
  type PreparedAnswer,
  type RequestId,
  RequestLedger,
  type RequestMessage,
  type ResponseMessage,
  requestIdOf,
  type Session,
  type SessionEvents,
  type Subscriber,
  serialize,
  withId,
} from "@plainmcp/core/internal/engine";
import type { Exchange, RequestHead } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable, POST_ANSWERS } from "../responses/not-acceptable.js";
import { sessionNotFound } from "../responses/session-not-found.js";
import { type Answer, EVENT_HEADERS, JSON_HEADERS, PlainAnswer } from "../stream/answer.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { lateJson } from "../stream/late-json.js";
import { readAccept } from "../stream/read-accept.js";
import { EventReply } from "./event-reply.js";
import { JsonReply } from "./json-reply.js";
import { LegacyOrigin } from "./legacy-connector.js";
import type { Reply } from "./reply.js";
import { SessionStreams } from "./session-streams.js";

/** The first revision whose clients reconnect to a stream that ended before it sent a message. */
const RESUMING_REVISION = "2025-11-25";

/**
 * The most characters of an answer that needs no event stream. It leaves in one piece: a client that loses the connection
 * would not have received the event id either, with which it could fetch the answer.
 */
const MAX_SHORT = 16_384;

/** Milliseconds that a reply waits for such an answer. */
const SOON_MS = 25;

/** Options of `LegacyTransport`. */
export interface LegacyTransportOptions {
  readonly keepAlive: KeepAlive;
  /** The session. Without one, the transport serves a single request. */
  readonly session?: { readonly id: string; readonly events: () => SessionEvents };
  /** Whose subscriptions to resources the session has. */
  readonly subscriber?: Subscriber;
  /** The most characters of the answers to a batch. */
  readonly maxBatchSize: number;
  /** The revision that the client speaks, if it was not negotiated here. */
  readonly revision?: string;
}

/** Answers the messages of a client. */
export interface LegacyServer {
  /** Takes a message. Returns the answer to a request if it is there at once; sends it otherwise. */
  receive(message: Message, origin?: LegacyOrigin): PreparedAnswer | undefined;
  close(): Promise<void>;
}

/** The messages of one POST. */
export interface Post {
  readonly messages: readonly Message[];
  /** For a batch: the errors for those of its elements that are not messages. */
  readonly refused?: readonly ErrorMessage[];
}

/**
 * Streamable HTTP with one legacy client. It collects the messages of the client's requests, and
 * decides on which response each message to the client goes.
 */
export class LegacyTransport {
  onerror?: (error: Error) => void;
  onclose?: () => void;
  /** The client's session, if it has one. */
  readonly session: Session | undefined;
  /** The client's unanswered requests. */
  readonly ledger: RequestLedger<Reply> = new RequestLedger();

  /** Whose subscriptions to resources the session has. */
  readonly subscriber: Subscriber | undefined;

  readonly #headers: Readonly<Record<string, string>>;
  readonly #maxBatchSize: number;
  #jsonHeaders: Readonly<Record<string, string>> | undefined;
  readonly #keepAlive: KeepAlive;
  readonly #events: (() => SessionEvents) | undefined;
  /** Made when the client needs an event stream. */
  #streams: SessionStreams | undefined;
  #server: LegacyServer | undefined;
  #revision: string | undefined;
  #closed = false;

  constructor({ keepAlive, session, subscriber, maxBatchSize, revision }: LegacyTransportOptions) {
    this.subscriber = subscriber;
    this.#maxBatchSize = maxBatchSize;
    this.#headers = session === undefined ? {} : { "mcp-session-id": session.id };
    this.#keepAlive = keepAlive;
    this.#revision = revision;
    this.session = session && { id: session.id };
    this.#events = session?.events;
  }

  /** The revision that the client speaks, once it is known. */
  get revision(): string | undefined {
    return this.#revision;
  }

  setProtocolVersion(version: string): void {
    this.#revision = version;
  }

  /** Has a server answer the client's messages, and ends with it. */
  serve(server: LegacyServer): void {
    this.#server = server;
  }

  /** Answers a POST. */
  receive(exchange: Exchange, post: Post): Awaitable<Answer> {
    const { request } = exchange;
    const refusal = this.#refuseRevision(request, post.messages[0]);
    if (refusal !== undefined) return refusal;
    if (!post.messages.some(isRequest)) {
      for (const message of post.messages) this.#prepare(message, exchange, NOBODY)();
      return post.refused?.length ? PlainAnswer.json(post.refused, 400) : new PlainAnswer("", {}, 202);
    }
    const { events, json } = readAccept(request);
    if (events) return this.#replyWithEvents(exchange, post);
    if (json) return this.#replyWithJson(exchange, post);
    return notAcceptable(POST_ANSWERS, post.messages[0]);
  }

  /**
   * Answers a GET: with a stream for messages that do not belong to a request, or with those that the client missed of an
   * earlier stream.
   */
  async listen(request: RequestHead): Promise<Answer> {
    const refusal = this.#refuseRevision(request);
    if (refusal !== undefined) return refusal;
    const { events, any } = readAccept(request);
    if (!events && !any) return notAcceptable("text/event-stream");
    const streams = this.#openStreams();
    if (streams === undefined) return sessionNotFound();
    const lastEventId = request.headers.get("last-event-id");
    const answer = lastEventId ? streams.resume(lastEventId) : streams.listen(this.#reconnects);
    return this.#unlessClosed(await answer);
  }

  /** @throws Error when the message is a request and cannot reach the client */
  send(message: Message, { relatedRequestId }: { readonly relatedRequestId?: RequestId } = {}): Awaitable<void> {
    if (!("method" in message)) return this.#answer(message);
    const related = this.ledger.get(relatedRequestId);
    // The request was cancelled or answered, so nobody listens any more.
    if (relatedRequestId !== undefined && related === undefined) return undefined;
    if (related?.to.send) return related.to.send(message);
    if (isRequest(message) && (this.#streams?.isEmpty ?? true)) {
      throw new Error("The client accepts no event stream and has none open, so it cannot be asked.");
    }
    return this.#streams?.send(message);
  }

  /** Resolves when every request has been answered. */
  whenAnswered(): Promise<void> {
    return this.ledger.whenSettled();
  }

  /** Answers every open request with an error. */
  answerRest(text: string): void {
    // Answers that the method gives later are dropped.
    for (const { id } of this.ledger.open) void this.#answer(jsonRpcError("internal", text, { id }));
  }

  /** Ends the streams that would stay open forever, so that only answers are left to wait for. */
  endStandingStreams(): void {
    // Also those that a client opens later.
    this.#openStreams()?.end();
  }

  close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.answerRest("The session was closed before the request was answered.");
      this.#streams?.end();
      this.onclose?.();
      void this.#server?.close();
    }
    return Promise.resolve();
  }

  /** Whether the client reconnects when a stream ends without a message. */
  get #reconnects(): boolean {
    return this.session !== undefined && this.#revision !== undefined && this.#revision >= RESUMING_REVISION;
  }

  #replyWithEvents(exchange: Exchange, { messages, refused }: Post): Awaitable<Answer> {
    const reply = new EventReply(messages.filter(isRequest).length, () => this.#streams?.forget(reply));
    const reconnects = this.#reconnects;
    if (refused === undefined && messages.length === 1) {
      const text = this.#deliverOne(messages[0] as RequestMessage, exchange, reply, reconnects);
      if (text !== undefined) return this.#unlessClosed(this.#toJson(text));
    } else {
      void inTurns(messages.map((message) => this.#prepare(message, exchange, reply, reconnects)));
    }
    if (refused !== undefined) return this.#openStream(reply, refused);
    return after(reply.wait(SOON_MS), () => {
      const { soleAnswer } = reply;
      const text = soleAnswer && serialize(soleAnswer);
      if (text === undefined || text.length > MAX_SHORT) return this.#openStream(reply, []);
      return this.#unlessClosed(this.#toJson(text));
    });
  }

  /** Delivers the only message of a POST. Returns its answer as text if it is short, there at once, and all that was said. */
  #deliverOne(message: RequestMessage, exchange: Exchange, reply: EventReply, reconnects: boolean): string | undefined {
    const answer = this.#deliver(this.ledger.enter(message, reply), exchange, reply, reconnects);
    if (answer === undefined) return undefined;
    const text = reply.isSilent ? answer.serialize(message.id) : undefined;
    if (text === undefined || text.length > MAX_SHORT) {
      void this.#answer(answer);
      return undefined;
    }
    this.ledger.settle(answer.id as number);
    return text;
  }

  #openStream(reply: EventReply, refused: readonly ErrorMessage[]): Awaitable<Answer> {
    const streams = this.#openStreams();
    return after(streams?.open(reply, this.#reconnects) ?? this.#openAlone(reply), (stream) => {
      for (const error of refused) stream.write(error);
      const headers = { ...EVENT_HEADERS, ...this.#headers };
      return after(reply.stopHolding(streams?.events), () => this.#unlessClosed(stream.toAnswer(headers)));
    });
  }

  #replyWithJson(exchange: Exchange, { messages, refused }: Post): Awaitable<Answer> {
    const reply = new JsonReply(messages.filter(isRequest).length, refused, this.#maxBatchSize);
    const deliveries = messages.map((message) => this.#prepare(message, exchange, reply));
    if (refused === undefined) for (const deliver of deliveries) deliver();
    else void inTurns(deliveries);
    const text = reply.whenAnswered();
    return isThenable(text) ? this.#waitForJson(exchange, reply, text) : this.#toJson(text);
  }

  async #waitForJson(exchange: Exchange, reply: JsonReply, answered: Promise<string>): Promise<Answer> {
    // Without a session, the client cannot fetch the answer later.
    const onGone = (): void => void (this.session === undefined && this.#abandon(reply));
    const stopListening = exchange.onGone(onGone);
    const quiet = this.#keepAlive.pause();
    const text = await Promise.race([answered, quiet.over]);
    quiet.end();
    if (text === undefined) return lateJson(answered, this.#keepAlive, onGone, this.#headers);
    stopListening();
    return this.#toJson(text);
  }

  #toJson(text: string): PlainAnswer {
    this.#jsonHeaders ??= { ...JSON_HEADERS, ...this.#headers };
    return new PlainAnswer(text, this.#jsonHeaders);
  }

  #openStreams(): SessionStreams | undefined {
    const events = this.#events;
    if (events === undefined) return undefined;
    this.#streams ??= new SessionStreams({ events: events(), keepAlive: this.#keepAlive, headers: this.#headers });
    return this.#streams;
  }

  /** Opens the stream of a reply whose client has no session, and therefore cannot reconnect. */
  #openAlone(reply: EventReply): EventStream {
    const stream: EventStream = new EventStream(this.#keepAlive, (isRead) => {
      reply.detach(stream, isRead);
      if (!isRead) this.#abandon(reply);
    });
    reply.attach(stream);
    return stream;
  }

  /** Cancels the requests of a client that has disconnected and cannot reconnect. */
  #abandon(reply: Reply): void {
    for (const request of this.ledger.open) {
      if (request.to !== reply) continue;
      const params = { requestId: request.id, reason: "The client has disconnected." };
      this.#settle(request, { jsonrpc: "2.0", method: "notifications/cancelled", params });
    }
  }

  /** The response, unless the session was closed in the meantime. */
  #unlessClosed(answer: Answer): Answer {
    if (!this.#closed) return answer;
    if (answer instanceof PlainAnswer && typeof answer.body !== "string") answer.body.finish(false);
    return sessionNotFound();
  }

  /**
   * Enters a message into the ledger, in the order of arrival. Returns the function that delivers it; until then, the
   * client may cancel it.
   *
   * @param reconnects Whether the method may close the client's connection, because the client reconnects
   */
  #prepare(message: Message, exchange: Exchange, reply: Reply, reconnects = false): () => void {
    if (isCancellation(message)) {
      const found = this.ledger.findCancelled(message);
      return () => found && this.#settle(found.request, found.notification);
    }
    if (!isRequest(message)) {
      return () => void this.#server?.receive(message, new LegacyOrigin(exchange));
    }
    const entered = this.ledger.enter(message, reply);
    return () => {
      const answer = this.#deliver(entered, exchange, reply, reconnects);
      if (answer !== undefined) void this.#answer(answer);
    };
  }

  /** Delivers a request that is in the ledger. Returns its answer if it is there at once. */
  #deliver(request: RequestMessage, exchange: Exchange, reply: Reply, reconnects: boolean): PreparedAnswer | undefined {
    // It was cancelled by a message of the same batch.
    if (this.ledger.get(request.id) === undefined) return undefined;
    const release = reconnects && reply instanceof EventReply ? (retryMs?: number) => reply.pause(retryMs) : undefined;
    return this.#server?.receive(request, new LegacyOrigin(exchange, release));
  }

  /** Aborts the call of a cancelled request, and stops waiting for its answer. */
  #settle(request: OpenRequest<Reply>, cancelled: NotificationMessage): void {
    if (this.ledger.get(request.id) === undefined) return;
    // First, because what the call says while it is aborted must not reach the client.
    this.ledger.settle(request.id);
    this.#server?.receive(cancelled);
    request.to.cancel(request);
  }

  #answer(message: ResponseMessage): Awaitable<void> {
    const request = this.ledger.answer(message.id);
    // The request was cancelled or answered.
    if (request === undefined) return undefined;
    const settle = (): void => this.ledger.settle(request.id);
    const sent = request.to.answer(withId(message, request.clientId));
    if (isThenable(sent)) return sent.finally(settle);
    settle();
  }

  #refuseRevision({ headers }: RequestHead, message?: Message): PlainAnswer | undefined {
    const revision = headers.get("mcp-protocol-version");
    const isInitialize = message !== undefined && "method" in message && message.method === "initialize";
    if (revision === null || isInitialize || LEGACY_REVISIONS.includes(revision)) return undefined;
    const text = `Unsupported protocol version in MCP-Protocol-Version. This server speaks ${LEGACY_REVISIONS.join(", ")}.`;
    return errorResponse(400, "invalid-request", text, { id: requestIdOf(message) });
  }
}

/** Delivers the messages of a batch, each in a turn of its own: other clients must not wait for all of them. */
async function inTurns(deliveries: readonly (() => void)[]): Promise<void> {
  for (const deliver of deliveries) {
    deliver();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function isCancellation(message: Message): message is NotificationMessage {
  return "method" in message && message.method === "notifications/cancelled" && !("id" in message);
}

/** The reply to messages that are not requests. */
const NOBODY: Reply = { answer: () => undefined, cancel: () => undefined };
