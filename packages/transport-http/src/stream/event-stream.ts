import type { KeepAlive, Kept } from "./keep-alive.js";

const COMMENT = new TextEncoder().encode(": keep-alive\n\n");

/** Headers of an event stream. Proxies must not cache, transform or buffer it. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/event-stream",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** An event stream on its way to a client. */
export class EventStream {
  readonly #queue: Uint8Array[] = [];
  readonly #kept: Kept;
  readonly #onEnd: (isRead: boolean) => void;
  /** `open` accepts messages, `ending` only sends those that are queued, `over` has ended. */
  #state: "open" | "ending" | "over" = "open";
  #wake: () => void = () => undefined;

  /** @param onEnd Is called when the stream is over, with whether the client has read it to its end */
  constructor(keepAlive: KeepAlive, onEnd: (isRead: boolean) => void = () => undefined) {
    this.#onEnd = onEnd;
    this.#kept = keepAlive.keep(() => this.keepAlive());
  }

  /** Whether the stream accepts messages. */
  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends a message. With an event id, the client can resume the stream after it. */
  write(message: object, eventId?: string): void {
    const line = eventId === undefined ? "" : `id: ${eventId}\n`;
    this.writeBytes(new TextEncoder().encode(`event: message\n${line}data: ${JSON.stringify(message)}\n\n`));
  }

  /** Sends text of the event stream format itself, such as ids and retry times. */
  writeText(text: string): void {
    this.#enqueue(new TextEncoder().encode(text));
  }

  /** Sends bytes that are already formatted as events. */
  writeBytes(bytes: Uint8Array): void {
    this.#kept.touch();
    this.#enqueue(bytes);
  }

  /** Sends a comment as a keep-alive, unless something else is queued. */
  keepAlive(): void {
    if (this.#queue.length === 0) this.#enqueue(COMMENT);
  }

  /** Ends the stream after everything that is queued. */
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
      // No read-ahead, so that the queue holds everything that the client has not read.
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { ...HEADERS, ...headers } });
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
