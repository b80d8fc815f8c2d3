import { EVENT_STREAM_HEADERS } from "./event-stream-headers.js";
import type { KeepAlive, Kept } from "./keep-alive.js";

const COMMENT = new TextEncoder().encode(": keep-alive\n\n");

/** An event stream on its way to a client. */
export class EventStream {
  readonly #queue: Uint8Array[] = [];
  readonly #kept: Kept;
  readonly #onEnd: (isRead: boolean) => void;
  /** Of what comes next: `open` takes more, `ending` only sends what it has, `over` is no more. */
  #state: "open" | "ending" | "over" = "open";
  #wake: () => void = () => undefined;

  /** @param onEnd Is told when the client has read the stream to its end, or has given it up before */
  constructor(keepAlive: KeepAlive, onEnd: (isRead: boolean) => void = () => undefined) {
    this.#onEnd = onEnd;
    this.#kept = keepAlive.keep(() => this.keepAlive());
  }

  /** Whether it takes more. */
  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends a message, as an event that the client can name when it comes back. */
  write(message: object, eventId?: string): void {
    const line = eventId === undefined ? "" : `id: ${eventId}\n`;
    this.writeBytes(new TextEncoder().encode(`event: message\n${line}data: ${JSON.stringify(message)}\n\n`));
  }

  /** Sends what is no message: ids and times of the event stream itself. */
  writeText(text: string): void {
    this.#enqueue(new TextEncoder().encode(text));
  }

  /** Sends what is written as events already. */
  writeBytes(bytes: Uint8Array): void {
    this.#kept.touch();
    this.#enqueue(bytes);
  }

  /** Sends a sign of life, unless something else is on its way. */
  keepAlive(): void {
    if (this.#queue.length === 0) this.#enqueue(COMMENT);
  }

  /** Sends what is queued, and then ends. */
  end(): void {
    if (this.#state !== "open") return;
    this.#state = "ending";
    this.#kept.end();
    this.#wake();
  }

  toResponse(headers: Readonly<Record<string, string>> = {}): Response {
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => this.#pull(controller),
        cancel: () => this.#finish(false),
      },
      // Nothing is read ahead, so that what was not read is known.
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { ...EVENT_STREAM_HEADERS, ...headers } });
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    while (this.#queue.length === 0 && this.#state === "open") {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#queue.length > 0) {
      for (const chunk of this.#queue.splice(0)) controller.enqueue(chunk);
    } else if (this.#state === "ending") {
      controller.close();
      this.#finish(true);
    }
  }

  #enqueue(chunk: Uint8Array): void {
    if (this.#state !== "open") return;
    this.#queue.push(chunk);
    this.#wake();
  }

  #finish(isRead: boolean): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#kept.end();
    this.#queue.length = 0;
    this.#wake();
    this.#onEnd(isRead);
  }
}
