import { lostMessages, type Message, serialize } from "@plainmcp/core/internal/engine";
import type { Reader } from "../limits/reader.js";
import { EVENT_HEADERS, PlainAnswer } from "./answer.js";
import type { KeepAlive, Kept } from "./keep-alive.js";

/** Milliseconds in which a client must read something, once too much was dropped. */
const PATIENCE_MS = 1_000;

const COMMENT = ": keep-alive\n\n";

/** An event stream on its way to a client. */
export class EventStream {
  readonly #queue: (string | Uint8Array)[] = [];
  readonly #keepAlive: KeepAlive;
  /** How many characters or bytes wait for the reader, and how many of them are being written. */
  #waiting = 0;
  #writing = 0;
  /** How much was dropped since the reader has last read; it is told once. */
  #dropped = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #reader: Reader | undefined;
  #onDisconnect: () => void = () => undefined;
  /** Keeps the stream alive, once somebody waits for more of it. */
  #kept: Kept | undefined;
  readonly #onEnd: ((isRead: boolean) => void)[];
  /** `open` accepts messages, `ending` only sends those that are queued, `over` has ended. */
  #state: "open" | "ending" | "over" = "open";
  #wake: () => void = () => undefined;

  /** @param onEnd Is called when the stream is over, with whether the client has read it to its end */
  constructor(keepAlive: KeepAlive, onEnd: (isRead: boolean) => void = () => undefined) {
    this.#onEnd = [onEnd];
    this.#keepAlive = keepAlive;
  }

  /** Whether the stream accepts messages. */
  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends a message. With an event id, the client can resume the stream after it. */
  write(message: Message, eventId?: string): void {
    // What is dropped anyway need not be written first.
    if (this.#dropped > 0 && isDispensable(message)) this.#drop(sizeOf(message));
    else this.writeData(message, serialize(message), eventId);
  }

  /** Sends a message whose JSON is known. Progress and log messages are dropped if the client reads too slowly. */
  writeData(message: Message, text: string, eventId?: string): void {
    const line = eventId === undefined ? "" : `id: ${eventId}\n`;
    const events = `event: message\n${line}data: ${text}\n\n`;
    const isTooMuch = this.#dropped > 0 || this.#waiting + events.length > this.#keepAlive.maxQueueSize;
    if (isTooMuch && isDispensable(message)) this.#drop(events.length);
    else this.writeEvents(events);
  }

  /** Sends text of the event stream format itself, such as ids and retry times. */
  writeText(text: string): void {
    this.#enqueue(text);
  }

  /** Sends what is already formatted as events. */
  writeEvents(events: string | Uint8Array): void {
    this.#kept?.touch();
    this.#enqueue(events);
  }

  /** Sends a comment as a keep-alive, unless something else is queued. */
  keepAlive(): void {
    if (this.#queue.length === 0) this.#enqueue(COMMENT);
  }

  /** Counts what waits for the reader. */
  count(reader: Reader): void {
    if (this.#state === "over") return;
    this.#reader = reader;
    reader.waits(this.#waiting);
  }

  /** Calls the listener when the stream ends early, because its client reads too slowly. */
  onDisconnect(listener: () => void): void {
    this.#onDisconnect = listener;
  }

  /** Ends the stream at once, because its client reads too slowly. */
  disconnect(): void {
    if (this.#state === "over") return;
    this.finish(false);
    this.#onDisconnect();
  }

  /** Ends the stream after everything that is queued. */
  end(): void {
    if (this.#state !== "open") return;
    this.#state = "ending";
    this.#kept?.end();
    this.#wake();
  }

  /** Calls the listener when the stream is over. */
  whenOver(listener: () => void): void {
    if (this.#state === "over") listener();
    else this.#onEnd.push(listener);
  }

  /** The response that carries the stream. */
  toAnswer(headers: Readonly<Record<string, string>> = EVENT_HEADERS): PlainAnswer {
    return new PlainAnswer(this, headers);
  }

  /** All of the stream as one text, if nothing more will be written to it. Whoever sends it calls {@link finish}. */
  takeWhole(): string | undefined {
    if (this.#state !== "ending" || !this.#queue.every((chunk) => typeof chunk === "string")) return undefined;
    return this.#queue.splice(0).join("");
  }

  /** Takes what is queued, and waits until there is something. Returns `undefined` once the stream is over. */
  async take(): Promise<readonly (string | Uint8Array)[] | undefined> {
    this.#waiting -= this.#writing;
    this.#writing = 0;
    this.#reader?.waits(this.#waiting);
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (this.#waiting === 0) this.#dropped = 0;
    while (this.#queue.length === 0 && this.#state === "open") {
      this.#kept ??= this.#keepAlive.keep(() => this.keepAlive());
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#queue.length > 0) {
      this.#writing = this.#waiting;
      return this.#queue.splice(0);
    }
    this.finish(this.#state === "ending");
    return undefined;
  }

  /** Ends the stream at once. @param isRead Whether the client has read it to its end */
  finish(isRead: boolean): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#kept?.end();
    this.#queue.length = 0;
    this.#waiting = 0;
    this.#writing = 0;
    this.#reader?.end();
    this.#reader = undefined;
    clearTimeout(this.#patience);
    this.#wake();
    for (const listener of this.#onEnd.splice(0)) listener(isRead);
  }

  toReadable(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let isCancelled = false;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.onDisconnect(() => {
            isCancelled = true;
            controller.error(new Error("The client reads too slowly."));
          });
        },
        pull: async (controller) => {
          const chunks = await this.take();
          for (const chunk of chunks ?? []) {
            controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
          }
          if (chunks === undefined && !isCancelled) controller.close();
        },
        cancel: () => {
          isCancelled = true;
          this.finish(false);
        },
      },
      // No read-ahead, so that the queue holds everything that the client has not read.
      { highWaterMark: 0 },
    );
  }

  /** Drops a message. The reader is told once, and disconnected if it reads nothing while it misses as much again. */
  #drop(size: number): void {
    if (this.#state !== "open") return;
    if (this.#dropped === 0) {
      // It does not count, because what must not be dropped may come next.
      this.#queue.push(`event: message\ndata: ${serialize(lostMessages())}\n\n`);
      this.#wake();
    }
    this.#dropped += size;
    if (this.#dropped <= this.#keepAlive.maxQueueSize) return;
    // Not at once: a method may say very much before its client has a chance to read any of it.
    this.#patience ??= setTimeout(() => this.#giveUp(), PATIENCE_MS);
  }

  #giveUp(): void {
    this.#reader?.isTooSlow();
    this.disconnect();
  }

  #enqueue(chunk: string | Uint8Array): void {
    if (this.#state !== "open") return;
    if (this.#waiting > this.#keepAlive.maxQueueSize) {
      this.#giveUp();
      return;
    }
    this.#queue.push(chunk);
    this.#waiting += chunk.length;
    this.#reader?.waits(this.#waiting);
    this.#wake();
  }
}

/** About how long a message is. */
function sizeOf(message: Message): number {
  const data = "method" in message ? message.params?.data : undefined;
  return 256 + (typeof data === "string" ? data.length : 0);
}

/** Whether a client can do without a message. */
function isDispensable(message: Message): boolean {
  return (
    "method" in message && (message.method === "notifications/message" || message.method === "notifications/progress")
  );
}
