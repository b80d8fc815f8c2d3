import type { Awaitable, Message, ResponseMessage, SessionEvents } from "@plainmcp/core/internal/engine";
import { after, isThenable, lostMessages, serialize } from "@plainmcp/core/internal/engine";
import type { EventStream } from "../stream/event-stream.js";
import type { Reply } from "./reply.js";

/** The most messages besides answers and questions that are held back. */
const MAX_HELD = 10_000;

/** The end of a stream before its answers. */
interface Pause {
  readonly retryMs: number | undefined;
}

/**
 * A reply as an event stream, to which the client may reconnect. It holds everything back until the stream is open, because
 * a short answer that comes soon needs no stream.
 */
export class EventReply implements Reply {
  #events: SessionEvents | undefined;
  readonly #onDone: () => void;
  #id: string | undefined;
  #open: number;
  #stream: EventStream | undefined;
  #held: (Message | Pause)[] | undefined = [];
  /** Whether some of it was dropped. */
  #isLossy = false;
  #onSaid: (() => void) | undefined;

  /**
   * @param requests Number of requests to answer
   * @param onDone Is called when all answers are sent
   */
  constructor(requests: number, onDone: () => void) {
    this.#open = requests;
    this.#onDone = onDone;
  }

  get id(): string {
    this.#id ??= crypto.randomUUID();
    return this.#id;
  }

  /** Whether all answers are sent. */
  get isDone(): boolean {
    return this.#open === 0;
  }

  /** Whether nothing was said yet. */
  get isSilent(): boolean {
    return this.#held?.length === 0;
  }

  /** Waits until the reply has said something, or is over, for a limited time. */
  wait(ms: number): Awaitable<void> {
    if (this.#held?.length !== 0 || this.isDone) return;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#onSaid = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The answer to the only request, if nothing else was said. */
  get soleAnswer(): ResponseMessage | undefined {
    if (this.#open !== 1 || this.#held?.length !== 1) return undefined;
    const [answer] = this.#held;
    return answer !== undefined && "jsonrpc" in answer && !("method" in answer) ? answer : undefined;
  }

  /**
   * Says what was held back.
   *
   * @param events Stores the messages; without it, the client cannot fetch them later
   */
  stopHolding(events: SessionEvents | undefined): Awaitable<unknown> {
    const held = this.#held ?? [];
    this.#events = events;
    this.#held = undefined;
    const said = held.map((one) => {
      if (!("jsonrpc" in one)) return this.pause(one.retryMs);
      return "method" in one ? this.send(one) : this.answer(one);
    });
    return said.some(isThenable) ? Promise.all(said) : undefined;
  }

  /** Sends on this stream from now on. The stream before it ends. */
  attach(stream: EventStream): void {
    this.#stream?.end();
    this.#stream = stream;
    if (this.isDone) stream.end();
  }

  /** Records that a stream is over. */
  detach(stream: EventStream, isRead: boolean): void {
    // A stream that was replaced or paused does not carry the answer.
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    if (isRead && this.isDone) this.#events?.fetched(this.id);
  }

  /** Ends the stream early. The client reconnects for the rest, after `retryMs` milliseconds if given. */
  pause(retryMs?: number): void {
    if (this.#hold({ retryMs })) return;
    if (retryMs !== undefined) this.#stream?.writeText(`retry: ${retryMs}\n\n`);
    this.#stream?.end();
    this.#stream = undefined;
  }

  send(message: Message): Awaitable<void> {
    if (this.#hold(message)) return;
    const text = serialize(message);
    // The stream is read only when the message is stored, because the client may have reconnected in the meantime.
    return after(this.#events?.add(this.id, message, text), (eventId) =>
      this.#stream?.writeData(message, text, eventId),
    );
  }

  answer(message: ResponseMessage): Awaitable<void> {
    if (this.#hold(message)) return;
    return after(this.send(message), () => this.#settle());
  }

  cancel(): void {
    this.#settle();
    // There is no answer to fetch.
    if (this.isDone) this.#events?.fetched(this.id);
  }

  /** Holds back what is said, unless the stream is open. Returns whether it does. */
  #hold(said: Message | Pause): boolean {
    if (this.#held === undefined) return false;
    // A method can say any number of things before it lets go of the event loop.
    if (this.#held.length < MAX_HELD || !("method" in said) || "id" in said) this.#held.push(said);
    else if (!this.#isLossy) {
      this.#isLossy = true;
      this.#held.push(lostMessages());
    }
    this.#onSaid?.();
    return true;
  }

  #settle(): void {
    this.#open--;
    if (!this.isDone) return;
    this.#onSaid?.();
    this.#stream?.end();
    this.#onDone();
  }
}
