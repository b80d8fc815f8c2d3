import type { Writable } from "node:stream";
import { lostMessages, type Message, serialize } from "@plainmcp/core/internal/engine";

/** Milliseconds that a client has to read the progress of a request before the response is written. */
const PROGRESS_HEAD_START_MS = 30;

interface QueuedLine {
  readonly text: string;
  /** Is called when the stream has accepted the line, or never will. */
  readonly onDone?: ((error?: Error) => void) | undefined;
}

/**
 * Writes messages as lines, in order, no faster than the stream accepts them. Lines of one turn of the event loop are
 * written together.
 */
export class LineWriter {
  readonly #stream: Writable;
  readonly #write: Writable["write"];
  readonly #queue: QueuedLine[] = [];
  readonly #headStarts = new Map<unknown, Promise<void>>();
  /** Responses that wait until the progress before them has been read, with promises that resolve when they are queued. */
  readonly #held = new Map<string, Promise<void>>();
  /** The lines that the stream is writing. Only one write at a time, to know how much of it has left. */
  #writing: { readonly text: string; readonly lines: readonly QueuedLine[] } | undefined;
  readonly #maxQueueSize: number;
  readonly #onFull: (isFull: boolean) => void;
  /** How many characters wait until the client reads them. */
  #waiting = 0;
  #isFull = false;
  /** Whether the client has been told that messages are missing. */
  #isLossy = false;
  #isScheduled = false;
  #failure: Error | undefined;

  /**
   * @param maxQueueSize How many characters may wait before progress and log messages are dropped
   * @param onFull Is told when more waits, and when much less does
   */
  constructor(
    stream: Writable,
    maxQueueSize: number = Number.POSITIVE_INFINITY,
    onFull: (isFull: boolean) => void = () => undefined,
  ) {
    this.#maxQueueSize = maxQueueSize;
    this.#onFull = onFull;
    this.#stream = stream;
    // Kept now, because the stdout guard is about to replace `process.stdout.write` for everyone else.
    this.#write = stream.write.bind(stream);
  }

  /**
   * Queues a message. If the stream fails, its `error` event says so. Progress and log messages are dropped if too much waits
   * already.
   */
  write(message: Message): void {
    const text = `${serialize(message)}\n`;
    if (!("method" in message)) this.#enqueueAnswer(message.id, text);
    else if (message.method === "notifications/progress") {
      if (this.#hasRoom(text)) this.#enqueue({ text, onDone: this.#giveHeadStart(message.params?.progressToken) });
    } else if (message.method !== "notifications/message" || this.#hasRoom(text)) this.#enqueue({ text });
  }

  /** Queues the answers to a batch, which are JSON already. */
  writeBatch(answers: string): void {
    this.#enqueue({ text: `${answers}\n` });
  }

  /** Resolves when all output so far has left the process. Rejects if it never will. */
  async flush(): Promise<void> {
    await Promise.all(this.#held.values());
    await new Promise<void>((resolve, reject) => {
      this.#enqueue({ text: "", onDone: (error) => (error ? reject(error) : resolve()) });
    });
    await new Promise<void>((resolve, reject) => this.#write("", (error) => (error ? reject(error) : resolve())));
  }

  /** The bytes that have not left the process: the rest of the current write, and all lines after it. */
  unwritten(): Buffer {
    const lines = [...this.#queue.map(({ text }) => text), ...this.#held.keys()].map((text) => Buffer.from(text));
    return Buffer.concat([this.#restOfWrite(), ...lines]);
  }

  /** Drops all queued and all later lines. */
  fail(error: Error): void {
    this.#failure ??= error;
    for (const line of [...(this.#writing?.lines ?? []), ...this.#queue.splice(0)]) line.onDone?.(this.#failure);
  }

  #enqueue(line: QueuedLine): void {
    if (this.#failure !== undefined) {
      line.onDone?.(this.#failure);
      return;
    }
    this.#queue.push(line);
    this.#count(line.text.length);
    this.#schedule();
  }

  /** Whether a message that the client can do without may wait, too. If not, the client is told once. */
  #hasRoom(text: string): boolean {
    if (this.#waiting + text.length <= this.#maxQueueSize) return true;
    if (!this.#isLossy) {
      this.#isLossy = true;
      this.#enqueue({ text: `${serialize(lostMessages())}\n` });
    }
    return false;
  }

  #count(change: number): void {
    this.#waiting += change;
    if (this.#waiting === 0) this.#isLossy = false;
    const isFull = this.#waiting > (this.#isFull ? this.#maxQueueSize / 2 : this.#maxQueueSize);
    if (isFull === this.#isFull) return;
    this.#isFull = isFull;
    this.#onFull(isFull);
  }

  #enqueueAnswer(id: unknown, text: string): void {
    const headStart = this.#headStarts.size === 0 ? undefined : this.#headStarts.get(id);
    if (headStart === undefined) {
      this.#enqueue({ text });
      return;
    }
    const queued = headStart.then(() => {
      this.#held.delete(text);
      this.#enqueue({ text });
    });
    this.#held.set(text, queued);
  }

  #schedule(): void {
    if (this.#isScheduled || this.#writing !== undefined) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    const lines = this.#queue.splice(0);
    if (lines.length === 0) return;
    const writing = { text: lines.map(({ text }) => text).join(""), lines };
    this.#writing = writing;
    const written = (): void => {
      if (this.#writing !== writing) return;
      this.#writing = undefined;
      this.#count(-writing.text.length);
      for (const { onDone } of lines) onDone?.();
      if (this.#queue.length > 0) this.#schedule();
    };
    this.#write(writing.text, (error) => {
      if (!error) written();
    });
    // Most writes are accepted immediately. There is no need to wait for the callback.
    if (this.#stream.writableLength === 0) written();
  }

  #restOfWrite(): Buffer {
    if (this.#writing === undefined) return Buffer.of();
    const bytes = Buffer.from(this.#writing.text);
    const { _handle } = this.#stream as { _handle?: { readonly writeQueueSize?: number } | null };
    // Streams do not expose how much of a write the system has accepted, but their handle does.
    return bytes.subarray(bytes.length - (_handle?.writeQueueSize ?? 0));
  }

  // Both official TypeScript clients drop a request's progress listener as soon as they see its response, and lose the
  // progress that arrives in the same chunk. They use the request's id as its progress token, so tokens are matched with ids.
  #giveHeadStart(token: unknown): () => void {
    let onWritten!: () => void;
    const written = new Promise<void>((resolve) => {
      onWritten = resolve;
    });
    const headStart = written
      .then(() => new Promise((resolve) => setTimeout(resolve, PROGRESS_HEAD_START_MS)))
      .then(() => {
        if (this.#headStarts.get(token) === headStart) this.#headStarts.delete(token);
      });
    this.#headStarts.set(token, headStart);
    return onWritten;
  }
}
