import { jsonRpcError } from "../../wire/json-rpc-error.js";
import type { Message } from "../../wire/message.js";
import { serialize } from "../../wire/serialize.js";
import { type Missed, type SessionEvents, UNKNOWN_EVENT } from "../session-events.js";
import { isStanding } from "../stream-ids.js";

/** The most messages other than answers that are stored. */
const MAX_EVENTS = 256;
const MAX_EVENT_BYTES = 256 * 1024;
/** The most streams that are remembered: fetched ones, and in total. */
const MAX_FETCHED_STREAMS = 256;
const MAX_STREAMS = 1_024;

interface LoggedEvent {
  readonly number: number;
  readonly stream: string;
  readonly message: Message;
  readonly bytes: number;
}

interface LoggedStream {
  readonly events: Map<number, LoggedEvent>;
  /** The number of the latest dropped event. */
  lostUpTo: number;
  /** The number of the latest dropped answer. */
  answersLostUpTo: number;
  isFetched: boolean;
}

/**
 * The events of one session, in memory. Answers are stored until the client has fetched them, up to a limit; above it,
 * an error is stored in place of the answer. Of all other messages, only the latest are stored.
 */
export class EventLog implements SessionEvents {
  readonly #maxAnswerBytes: number;
  readonly #count: (bytes: number) => boolean;
  readonly #streams = new Map<string, LoggedStream>();
  readonly #ended: string[] = [];
  /** Other messages, and answers, each oldest first. */
  readonly #notices = new Bounded();
  readonly #answers = new Bounded();
  #last = 0;

  /**
   * @param maxAnswerBytes The most bytes of answers that are stored, in UTF-8
   * @param count Is told how many bytes are stored, before more are. Returns whether there is room for them
   */
  constructor(maxAnswerBytes: number, count: (bytes: number) => boolean = () => true) {
    this.#maxAnswerBytes = maxAnswerBytes;
    this.#count = count;
  }

  begin(stream: string): string {
    // A standing stream needs no record, because no answer is expected on it.
    if (!isStanding(stream)) this.#streamOf(stream);
    return `${stream}/${++this.#last}`;
  }

  add(stream: string, message: Message, text: string = serialize(message)): string {
    const event = { number: ++this.#last, stream, message, bytes: byteLength(text) };
    if ("method" in message) this.#addNotice(event);
    else this.#addAnswer(event);
    return `${stream}/${event.number}`;
  }

  fetched(stream: string): void {
    const logged = this.#streams.get(stream);
    if (logged === undefined || logged.isFetched) return;
    logged.isFetched = true;
    this.#ended.push(stream);
    if (this.#ended.length > MAX_FETCHED_STREAMS) this.#forget(this.#ended.shift() as string);
  }

  async after(eventId: string): Promise<Missed> {
    const { stream, number } = parseEventId(eventId) ?? {};
    if (stream === undefined || number === undefined) return { refusal: UNKNOWN_EVENT };
    const logged = this.#streams.get(stream);
    if (logged === undefined) {
      // A standing stream without events has lost nothing.
      return isStanding(stream) ? { stream, events: [], isLossy: false } : { refusal: GONE };
    }
    if (logged.answersLostUpTo > number) return { refusal: GONE };
    const missed = [...logged.events.values()].filter((event) => event.number > number);
    const events = missed.map((event) => ({ id: `${stream}/${event.number}`, message: event.message }));
    return { stream, events, isLossy: logged.lostUpTo > number };
  }

  #addNotice(event: LoggedEvent): void {
    this.#keep(event, this.#notices);
    while (this.#notices.size > MAX_EVENTS || this.#notices.bytes > MAX_EVENT_BYTES) {
      const oldest = this.#notices.oldest();
      if (oldest !== undefined) this.#drop(oldest, this.#notices);
    }
    if (!this.#count(this.#bytes)) this.#drop(event, this.#notices);
  }

  #addAnswer(event: LoggedEvent): void {
    while (this.#answers.bytes + event.bytes > this.#maxAnswerBytes) {
      const fits = event.bytes <= this.#maxAnswerBytes;
      const oldest = fits ? this.#answers.oldest(({ stream }) => this.#isFetched(stream)) : undefined;
      if (oldest === undefined) {
        this.#keep(this.#tooLarge(event), this.#answers);
        return;
      }
      this.#drop(oldest, this.#answers);
      const logged = this.#streams.get(oldest.stream);
      if (logged) logged.answersLostUpTo = oldest.number;
    }
    const hasRoom = this.#count(this.#bytes + event.bytes);
    this.#keep(hasRoom ? event : this.#tooLarge(event), this.#answers);
  }

  get #bytes(): number {
    return this.#notices.bytes + this.#answers.bytes;
  }

  #tooLarge({ message, bytes, ...event }: LoggedEvent): LoggedEvent {
    const id = "id" in message ? message.id : undefined;
    const text =
      `The answer of ${bytes} bytes was not stored: a session may store ${this.#maxAnswerBytes} bytes of answers that nobody ` +
      "has fetched (option limits.maxUnfetchedSize), and all sessions together what limits.maxSessionsSize says. Ask for " +
      "less, or stay connected.";
    const error = jsonRpcError("internal", text, { id });
    return { ...event, message: error, bytes: byteLength(JSON.stringify(error)) };
  }

  #keep(event: LoggedEvent, among: Bounded): void {
    among.add(event);
    this.#streamOf(event.stream).events.set(event.number, event);
  }

  #drop(event: LoggedEvent, among: Bounded): void {
    among.delete(event);
    const logged = this.#streams.get(event.stream);
    if (logged === undefined) return;
    logged.events.delete(event.number);
    logged.lostUpTo = event.number;
  }

  #forget(stream: string): void {
    for (const event of this.#streams.get(stream)?.events.values() ?? []) {
      this.#drop(event, "method" in event.message ? this.#notices : this.#answers);
    }
    this.#streams.delete(stream);
    this.#count(this.#bytes);
  }

  #isFetched(stream: string): boolean {
    return this.#streams.get(stream)?.isFetched === true;
  }

  #streamOf(stream: string): LoggedStream {
    let logged = this.#streams.get(stream);
    if (logged === undefined) {
      logged = { events: new Map(), lostUpTo: 0, answersLostUpTo: 0, isFetched: false };
      this.#streams.set(stream, logged);
      const [oldest] = this.#streams.keys();
      if (this.#streams.size > MAX_STREAMS && oldest !== undefined) this.#forget(oldest);
    }
    return logged;
  }
}

const GONE =
  "The messages after this Last-Event-ID, including the answer, are no longer stored. Make the request again.";

/** Events, oldest first, and their total size. */
class Bounded {
  readonly #events = new Set<LoggedEvent>();
  bytes = 0;

  get size(): number {
    return this.#events.size;
  }

  add(event: LoggedEvent): void {
    this.#events.add(event);
    this.bytes += event.bytes;
  }

  delete(event: LoggedEvent): void {
    if (this.#events.delete(event)) this.bytes -= event.bytes;
  }

  oldest(filter: (event: LoggedEvent) => boolean = () => true): LoggedEvent | undefined {
    for (const event of this.#events) if (filter(event)) return event;
    return undefined;
  }
}

const utf8 = new TextEncoder();

function byteLength(text: string): number {
  return utf8.encode(text).byteLength;
}

function parseEventId(eventId: string): { readonly stream: string; readonly number: number } | undefined {
  const match = /^([\w-]+)\/(\d{1,15})$/.exec(eventId);
  return match?.[1] === undefined ? undefined : { stream: match[1], number: Number(match[2]) };
}
