import { type Message, type SessionEvents, serialize } from "@plainmcp/core/internal/engine";
import type { EventStream } from "../stream/event-stream.js";

/** How many streams may stay open in one session. */
const MAX_STREAMS = 16;

/**
 * The streams that a client keeps open for messages that do not belong to a request. Each message goes only to the newest
 * stream.
 */
export class StandingStreams {
  readonly #events: SessionEvents;
  /** Streams by id, the newest last. */
  readonly #streams = new Map<string, EventStream>();
  /** The stream under whose id messages are stored while no stream is open. */
  #lastId: string | undefined;
  #isEnded = false;

  constructor(events: SessionEvents) {
    this.#events = events;
  }

  /** Whether the client has never opened a stream. */
  get isEmpty(): boolean {
    return this.#lastId === undefined;
  }

  /** Sends on this stream from now on. Ends the stream with the same id, and the oldest if there are too many. */
  attach(id: string, stream: EventStream): void {
    if (this.#isEnded) {
      stream.end();
      return;
    }
    this.#streams.get(id)?.end();
    this.#streams.delete(id);
    this.#streams.set(id, stream);
    this.#lastId = id;
    const [oldest] = this.#streams;
    if (this.#streams.size <= MAX_STREAMS || oldest === undefined) return;
    this.#streams.delete(oldest[0]);
    oldest[1].end();
  }

  detach(id: string, stream: EventStream): void {
    if (this.#streams.get(id) === stream) this.#streams.delete(id);
  }

  /** Sends a message, or stores it until the latest stream is resumed. Drops it if there never was a stream. */
  async send(message: Message): Promise<void> {
    const id = [...this.#streams.keys()].at(-1) ?? this.#lastId;
    if (id === undefined) return;
    const text = serialize(message);
    const eventId = await this.#events.add(id, message, text);
    this.#streams.get(id)?.writeData(message, text, eventId);
  }

  /** Ends all streams, and each that is attached later. */
  end(): void {
    this.#isEnded = true;
    for (const stream of this.#streams.values()) stream.end();
  }
}
