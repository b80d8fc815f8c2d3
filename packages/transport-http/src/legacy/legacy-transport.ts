import {
  type ErrorMessage,
  jsonRpcError,
  type Message,
  type NotificationMessage,
  type OpenRequest,
  type RequestId,
  RequestLedger,
  type RequestMessage,
  type ResponseMessage,
  requestIdOf,
  type SessionEvents,
} from "@plainmcp/core/internal/engine";
import type { Exchange } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { notAcceptable } from "../responses/not-acceptable.js";
import { sessionNotFound } from "../responses/session-not-found.js";
import { type MessageExtra, messageExtra } from "../sdk/message-extra.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { lateJson } from "../stream/late-json.js";
import { readAccept } from "../stream/read-accept.js";
import { EventReply, JsonReply, type Reply } from "./reply.js";
import { SessionStreams } from "./session-streams.js";

/** The first revision whose clients come back to a stream that has said nothing yet. */
const RESUMING_REVISION = "2025-11-25";

/** What the answer to a POST can be. */
export const ANSWERS = "application/json or text/event-stream";

/** What a transport of legacy clients is made with. */
export interface LegacyTransportOptions {
  readonly keepAlive: KeepAlive;
  /** The session; without one, each request is served by itself. */
  readonly session?: { readonly id: string; readonly events: SessionEvents };
  /** The revision that the client speaks, if it was not negotiated here. */
  readonly revision?: string;
}

/** The messages of one POST. */
export interface Post {
  readonly messages: readonly Message[];
  /** For a batch: what was wrong with those of its elements that are no messages. */
  readonly refused?: readonly ErrorMessage[];
}

/**
 * Streamable HTTP with a legacy client, towards the SDK: what one client sends in many requests, and what goes back on which
 * of their responses.
 */
export class LegacyTransport {
  onmessage?: (message: Message, extra?: MessageExtra) => void;
  onerror?: (error: Error) => void;
  onclose?: () => void;
  readonly sessionId?: string;
  /** The client's requests that have no answer yet. */
  readonly ledger: RequestLedger<Reply> = new RequestLedger();

  readonly #keepAlive: KeepAlive;
  readonly #events: SessionEvents | undefined;
  readonly #streams: SessionStreams | undefined;
  /** Replies that are not done, by the ids of their streams. */
  readonly #replies = new Map<string, EventReply>();
  #supported: readonly string[] = [];
  #revision: string | undefined;
  #closed = false;

  constructor({ keepAlive, session, revision }: LegacyTransportOptions) {
    this.#keepAlive = keepAlive;
    this.#revision = revision;
    if (session === undefined) return;
    this.sessionId = session.id;
    this.#events = session.events;
    this.#streams = new SessionStreams({
      events: session.events,
      keepAlive,
      headers: this.#headers,
      replyOf: (id) => this.#replies.get(id),
    });
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  setProtocolVersion(version: string): void {
    this.#revision = version;
  }

  setSupportedProtocolVersions(versions: string[]): void {
    this.#supported = versions;
  }

  /** Answers a POST. */
  async receive(exchange: Exchange, post: Post): Promise<Response> {
    const { request } = exchange;
    const refusal = this.#refuseRevision(request, post.messages[0]);
    if (refusal !== undefined) return refusal;
    if (!post.messages.some(isRequest)) {
      for (const message of post.messages) this.#prepare(message, exchange, NOBODY)();
      return post.refused?.length ? Response.json(post.refused, { status: 400 }) : new Response(null, { status: 202 });
    }
    const { events, json } = readAccept(request);
    if (events) return this.#replyWithEvents(exchange, post);
    if (json) return this.#replyWithJson(exchange, post);
    return notAcceptable(ANSWERS, post.messages[0]);
  }

  /** Answers a GET: with a stream for what belongs to no request, or with what a client missed of an earlier one. */
  async listen(request: Request): Promise<Response> {
    const refusal = this.#refuseRevision(request);
    if (refusal !== undefined) return refusal;
    const { events, any } = readAccept(request);
    if (!events && !any) return notAcceptable("text/event-stream");
    if (this.#streams === undefined) return sessionNotFound();
    const lastEventId = request.headers.get("last-event-id");
    const answer = lastEventId ? this.#streams.resume(lastEventId) : this.#streams.listen(this.#comesBack);
    return this.#unlessClosed(await answer);
  }

  async send(message: Message, { relatedRequestId }: { readonly relatedRequestId?: RequestId } = {}): Promise<void> {
    if (!("method" in message)) return await this.#answer(message);
    const related = this.ledger.get(relatedRequestId);
    // The client has cancelled the request, or has its answer: nobody listens any more.
    if (relatedRequestId !== undefined && related === undefined) return;
    if (related?.to.say) return await related.to.say(message);
    if (isRequest(message) && (this.#streams?.isEmpty ?? true)) {
      throw new Error("The client takes no event stream for this answer, and has none open: it cannot be asked.");
    }
    await this.#streams?.say(message);
  }

  /** Resolves when every request has been answered. */
  whenAnswered(): Promise<void> {
    return this.ledger.whenSettled();
  }

  /** Answers every open request with an error. */
  answerRest(text: string): void {
    // What is still written after this reaches nobody.
    for (const { id } of this.ledger.open) void this.#answer(jsonRpcError("internal", text, { id }));
  }

  /** Ends the streams that have no end of their own, so that only answers are left to wait for. */
  endStandingStreams(): void {
    this.#streams?.end();
  }

  close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.answerRest("The session was closed before the answer was there.");
      this.#streams?.end();
      this.onclose?.();
    }
    return Promise.resolve();
  }

  get #headers(): Readonly<Record<string, string>> {
    return this.sessionId === undefined ? {} : { "mcp-session-id": this.sessionId };
  }

  /** Whether the client comes back when a stream ends before its answer, although nothing was said on it. */
  get #comesBack(): boolean {
    return this.#events !== undefined && this.#revision !== undefined && this.#revision >= RESUMING_REVISION;
  }

  async #replyWithEvents(exchange: Exchange, { messages, refused = [] }: Post): Promise<Response> {
    const reply = new EventReply(messages.filter(isRequest).length, this.#events, () => this.#replies.delete(reply.id));
    this.#replies.set(reply.id, reply);
    const comesBack = this.#comesBack;
    const deliveries = messages.map((message) => this.#prepare(message, exchange, reply, comesBack));
    const stream = (await this.#streams?.open(reply, comesBack)) ?? this.#openAlone(reply);
    for (const error of refused) stream.write(error);
    for (const deliver of deliveries) deliver();
    return this.#unlessClosed(stream.toResponse(this.#headers));
  }

  async #replyWithJson(exchange: Exchange, { messages, refused }: Post): Promise<Response> {
    const reply = new JsonReply(messages.filter(isRequest).length, refused);
    for (const deliver of messages.map((message) => this.#prepare(message, exchange, reply))) deliver();
    // Without a session, nobody could fetch the answer later.
    const onGone = (): void => void (this.sessionId === undefined && this.#abandon(reply));
    exchange.request.signal.addEventListener("abort", onGone, { once: true });
    const quiet = this.#keepAlive.pause();
    const text = await Promise.race([reply.text, quiet.over]);
    quiet.end();
    const headers = { ...this.#headers, "content-type": "application/json" };
    if (text !== undefined) return new Response(text, { headers });
    return lateJson(reply.text, this.#keepAlive, onGone, this.#headers);
  }

  /** The stream of a reply whose client has no session to come back to. */
  #openAlone(reply: EventReply): EventStream {
    const stream: EventStream = new EventStream(this.#keepAlive, (isRead) => {
      reply.detach(stream, isRead);
      if (!isRead) this.#abandon(reply);
    });
    reply.attach(stream);
    return stream;
  }

  /** Gives up requests whose client has gone and cannot come back. */
  #abandon(reply: Reply): void {
    for (const request of this.ledger.open) {
      if (request.to !== reply) continue;
      const params = { requestId: request.id, reason: "The client has gone." };
      this.#settle(request, { jsonrpc: "2.0", method: "notifications/cancelled", params });
    }
  }

  /** The response, unless the session was closed while it was made. */
  async #unlessClosed(response: Response): Promise<Response> {
    if (!this.#closed) return response;
    await response.body?.cancel();
    return sessionNotFound();
  }

  /**
   * Takes in a message, in order with all others, and returns what hands it on. Until then the client may cancel it.
   *
   * @param comesBack Whether the client can be let go of
   */
  #prepare(message: Message, { request, caller }: Exchange, reply: Reply, comesBack = false): () => void {
    if (isCancellation(message)) {
      const found = this.ledger.findCancelled(message);
      return () => found && this.#settle(found.request, found.notification);
    }
    if (!isRequest(message)) return () => this.onmessage?.(message, messageExtra(request, caller));
    const entered = this.ledger.enter(message, reply);
    const closeSSEStream = (retryMs?: number) => reply instanceof EventReply && reply.pause(retryMs);
    return () => {
      if (this.ledger.get(entered.id) === undefined) return;
      this.onmessage?.(entered, messageExtra(request, caller, comesBack ? closeSSEStream : undefined));
    };
  }

  /** Takes out a request that is not to be answered, and has its call aborted. */
  #settle(request: OpenRequest<Reply>, cancelled: NotificationMessage): void {
    if (this.ledger.get(request.id) === undefined) return;
    this.onmessage?.(cancelled);
    this.ledger.settle(request.id);
    request.to.cancel(request);
  }

  async #answer(message: ResponseMessage): Promise<void> {
    const request = this.ledger.answer(message.id);
    // It was cancelled, or its answer is on its way.
    if (request === undefined) return;
    try {
      await request.to.answer({ ...message, id: request.clientId });
    } finally {
      this.ledger.settle(request.id);
    }
  }

  #refuseRevision({ headers }: Request, message?: Message): Response | undefined {
    const revision = headers.get("mcp-protocol-version");
    const isInitialize = message !== undefined && "method" in message && message.method === "initialize";
    if (revision === null || isInitialize || this.#supported.includes(revision)) return undefined;
    const text = `Unsupported protocol version in MCP-Protocol-Version. This server speaks ${this.#supported.join(", ")}.`;
    return errorResponse(400, "invalid-request", text, { id: requestIdOf(message) });
  }
}

function isRequest(message: Message): message is RequestMessage {
  return "method" in message && "id" in message;
}

function isCancellation(message: Message): message is NotificationMessage {
  return "method" in message && message.method === "notifications/cancelled" && !("id" in message);
}

/** For messages that are not answered. */
const NOBODY: Reply = { answer: async () => undefined, cancel: () => undefined };
