import type { Message } from "@plainmcp/core/internal/engine";
import {
  type Awaitable,
  after,
  isStanding,
  lostMessages,
  type SessionEvents,
  standingStreamId,
} from "@plainmcp/core/internal/engine";

import { errorResponse } from "../responses/error-response.js";
import { type Answer, EVENT_HEADERS, PlainAnswer } from "../stream/answer.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import type { EventReply } from "./event-reply.js";
import { StandingStreams } from "./standing-streams.js";

/** Options of `SessionStreams`. */
export interface SessionStreamsOptions {
  /** Stores the messages. */
  readonly events: SessionEvents;
  readonly keepAlive: KeepAlive;
  /** The headers of all responses. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The event streams of one session, to which the client may reconnect. */
export class SessionStreams {
  readonly #options: SessionStreamsOptions;
  /** Unfinished replies, by the ids of their streams. */
  readonly #replies = new Map<string, EventReply>();
  readonly #standing: StandingStreams;

  constructor(options: SessionStreamsOptions) {
    this.#options = options;
    this.#standing = new StandingStreams(options.events);
  }

  /** Stores the messages. */
  get events(): SessionEvents {
    return this.#options.events;
  }

  /** Whether the client has never opened a stream for messages that do not belong to a request. */
  get isEmpty(): boolean {
    return this.#standing.isEmpty;
  }

  /** Sends a message that does not belong to a request. */
  send(message: Message): Promise<void> {
    return this.#standing.send(message);
  }

  /**
   * Opens the stream of a reply.
   *
   * @param reconnects Whether the client reconnects to a stream that ended before it sent a message
   */
  open(reply: EventReply, reconnects: boolean): Awaitable<EventStream> {
    // It may be over already, because the client has cancelled its requests.
    if (!reply.isDone) this.#replies.set(reply.id, reply);
    const stream = this.#attach(reply);
    return reconnects ? after(this.#begin(reply.id, stream), () => stream) : stream;
  }

  /** Forgets a reply that is finished. */
  forget(reply: EventReply): void {
    this.#replies.delete(reply.id);
  }

  /** Opens a stream for messages that do not belong to a request. */
  async listen(reconnects: boolean): Promise<Answer> {
    const id = standingStreamId();
    const stream = this.#stand(id);
    if (reconnects) await this.#begin(id, stream);
    return this.#toAnswer(stream);
  }

  /** Sends the messages that followed an event of a stream, and continues the stream if it is not over. */
  async resume(lastEventId: string): Promise<Answer> {
    const { headers } = this.#options;
    const missed = await this.events.after(lastEventId);
    if ("refusal" in missed) return errorResponse(400, "invalid-request", missed.refusal);
    const reply = this.#replies.get(missed.stream);
    const isOver = reply === undefined && !isStanding(missed.stream);
    // Status 204 tells clients not to reconnect again.
    if (isOver && missed.events.length === 0 && !missed.isLossy) return new PlainAnswer("", headers, 204);
    const stream = reply ? this.#attach(reply) : isOver ? this.#rest(missed.stream) : this.#stand(missed.stream);
    if (missed.isLossy) stream.write(lostMessages());
    for (const { id, message } of missed.events) stream.write(message, id);
    if (isOver) stream.end();
    return this.#toAnswer(stream);
  }

  /** Ends the streams that would stay open forever. */
  end(): void {
    this.#standing.end();
  }

  #toAnswer(stream: EventStream): Answer {
    return stream.toAnswer({ ...EVENT_HEADERS, ...this.#options.headers });
  }

  #attach(reply: EventReply): EventStream {
    const stream: EventStream = new EventStream(this.#options.keepAlive, (isRead) => reply.detach(stream, isRead));
    reply.attach(stream);
    return stream;
  }

  #stand(id: string): EventStream {
    const stream: EventStream = new EventStream(this.#options.keepAlive, () => this.#standing.detach(id, stream));
    this.#standing.attach(id, stream);
    return stream;
  }

  /** Opens a stream for the rest of a finished reply. */
  #rest(id: string): EventStream {
    return new EventStream(this.#options.keepAlive, (isRead) => {
      if (isRead) this.events.fetched(id);
    });
  }

  #begin(id: string, stream: EventStream): Awaitable<void> {
    return after(this.events.begin(id), (eventId) => {
      if (eventId !== undefined) stream.writeText(`id: ${eventId}\ndata: \n\n`);
    });
  }
}
