import type { Message, NotificationMessage } from "@plainmcp/core/internal/engine";
import { isStanding, type SessionEvents, standingStreamId } from "@plainmcp/core/internal/engine";

import { errorResponse } from "../responses/error-response.js";
import { EventStream } from "../stream/event-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import type { EventReply } from "./reply.js";
import { StandingStreams } from "./standing-streams.js";

/** What the streams of a session need to know. */
export interface SessionStreamsOptions {
  readonly events: SessionEvents;
  readonly keepAlive: KeepAlive;
  readonly headers: Readonly<Record<string, string>>;
  /** A reply that is not done, by the id of its stream. */
  readonly replyOf: (id: string) => EventReply | undefined;
}

/** The event streams of one session, which its client may lose and come back to. */
export class SessionStreams {
  readonly #options: SessionStreamsOptions;
  readonly #standing: StandingStreams;

  constructor(options: SessionStreamsOptions) {
    this.#options = options;
    this.#standing = new StandingStreams(options.events);
  }

  /** Whether there never was a stream for what belongs to no request. */
  get isEmpty(): boolean {
    return this.#standing.isEmpty;
  }

  /** Sends what belongs to no request. */
  say(message: Message): Promise<void> {
    return this.#standing.say(message);
  }

  /**
   * Opens the stream of a reply.
   *
   * @param comesBack Whether the client comes back to a stream that has said nothing yet
   */
  async open(reply: EventReply, comesBack: boolean): Promise<EventStream> {
    const stream = this.#attach(reply);
    if (comesBack) await this.#begin(reply.id, stream);
    return stream;
  }

  /** Opens a stream for what belongs to no request. */
  async listen(comesBack: boolean): Promise<Response> {
    const id = standingStreamId();
    const stream = this.#stand(id);
    if (comesBack) await this.#begin(id, stream);
    return stream.toResponse(this.#options.headers);
  }

  /** Sends what came after an event of a stream, and goes on with it if it is not over. */
  async resume(lastEventId: string): Promise<Response> {
    const { events, replyOf, headers } = this.#options;
    const missed = await events.after(lastEventId);
    if ("refusal" in missed) return errorResponse(400, "invalid-request", missed.refusal);
    const reply = replyOf(missed.stream);
    const isOver = reply === undefined && !isStanding(missed.stream);
    // What tells clients of event streams not to come back again.
    if (isOver && missed.events.length === 0 && !missed.isLossy) return new Response(null, { status: 204, headers });
    const stream = reply ? this.#attach(reply) : isOver ? this.#rest(missed.stream) : this.#stand(missed.stream);
    if (missed.isLossy) stream.write(LOST);
    for (const { id, message } of missed.events) stream.write(message, id);
    if (isOver) stream.end();
    return stream.toResponse(headers);
  }

  /** Ends the streams that have no end of their own. */
  end(): void {
    this.#standing.end();
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

  /** For what is left of a reply that is done. */
  #rest(id: string): EventStream {
    const { keepAlive, events } = this.#options;
    return new EventStream(keepAlive, (isRead) => {
      if (isRead) events.fetched(id);
    });
  }

  async #begin(id: string, stream: EventStream): Promise<void> {
    const eventId = await this.#options.events.begin(id);
    if (eventId !== undefined) stream.writeText(`id: ${eventId}\ndata: \n\n`);
  }
}

/** What a client is told in the place of messages that it missed for good. */
const LOST: NotificationMessage = {
  jsonrpc: "2.0",
  method: "notifications/message",
  params: {
    level: "warning",
    logger: "plainmcp",
    data: "Progress and logs are missing here: more was sent while you were away than is kept.",
  },
};
