import type { Message, SessionEvents } from "@plainmcp/core/internal/engine";
import type { EventStream } from "../stream/event-stream.js";

/** How many may stand open in one session. */
const MAX_STREAMS = 16;

/** The streams that a client holds open for what belongs to no request. Each message goes to the newest only. */
export class StandingStreams {
  readonly #events: SessionEvents;
  /** By id, the newest last. */
  readonly #streams = new Map<string, EventStream>();
  /** Where messages are kept while no stream is open. */
  #lastId: string | undefined;
  #isEnded = false;

  constructor(events: SessionEvents) {
    this.#events = events;
  }

  /** Whether there never was a stream. */
  get isEmpty(): boolean {
    return this.#lastId === undefined;
  }

  /** Sends on a stream from now on. One of the same id ends, and the oldest if there are too many. */
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

  /** Sends a message, or keeps it for when the latest stream is resumed. Nobody gets it if there was never a stream. */
  async say(message: Message): Promise<void> {
    const id = [...this.#streams.keys()].at(-1) ?? this.#lastId;
    if (id === undefined) return;
    const eventId = await this.#events.add(id, message);
    this.#streams.get(id)?.write(message, eventId);
  }

  /** Ends all of them, and those that come. */
  end(): void {
    this.#isEnded = true;
    for (const stream of this.#streams.values()) stream.end();
  }
}
