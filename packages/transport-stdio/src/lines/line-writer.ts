import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "@plainmcp/core/internal/engine";

/** Milliseconds a client has to read the progress of a request before its response is written. */
const PROGRESS_HEAD_START_MS = 30;

interface QueuedLine {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Writes messages as lines, in order, no faster than the stream takes them. */
export class LineWriter {
  readonly #stream: Writable;
  readonly #write: Writable["write"];
  readonly #queue: QueuedLine[] = [];
  readonly #headStarts = new Map<unknown, Promise<void>>();
  /** Responses that wait for the progress before them to be read, and when each is written. */
  readonly #held = new Map<string, Promise<void>>();
  /** The line that the stream is writing. One at a time, so that it is known how much of it has left. */
  #writing: QueuedLine | undefined;
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    // Kept now, because the stdout guard is about to replace `process.stdout.write` for everyone else.
    this.#write = stream.write.bind(stream);
  }

  /** Resolves when the stream has taken the line, and rejects when it never will. An array is one line. */
  write(message: Message | readonly Message[]): Promise<void> {
    const line = `${JSON.stringify(message)}\n`;
    if (isBatch(message)) return this.#enqueue(line);
    if (!("method" in message)) {
      const headStart = this.#headStarts.get(message.id);
      return headStart === undefined ? this.#enqueue(line) : this.#enqueueAfter(headStart, line);
    }
    const written = this.#enqueue(line);
    if (message.method === "notifications/progress") this.#giveHeadStart(message.params?.progressToken, written);
    return written;
  }

  /** Resolves when everything written so far has left the process; rejects when it never will. */
  async flush(): Promise<void> {
    await Promise.all(this.#held.values());
    await this.#enqueue("");
    await new Promise<void>((resolve, reject) => this.#write("", (error) => (error ? reject(error) : resolve())));
  }

  /** What has not left the process: the rest of the line that is being written, and all behind it. */
  unwritten(): Buffer {
    const lines = [...this.#queue.map(({ text }) => text), ...this.#held.keys()].map((text) => Buffer.from(text));
    return Buffer.concat([this.#restOfLine(), ...lines]);
  }

  /** Gives up on everything queued and everything to come. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#writing?.reject(this.#failure);
    for (const line of this.#queue.splice(0)) line.reject(this.#failure);
  }

  #enqueue(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#queue.push({ text, resolve, reject });
      this.#pump();
    });
  }

  #enqueueAfter(headStart: Promise<void>, line: string): Promise<void> {
    const written = headStart.then(() => {
      this.#held.delete(line);
      return this.#enqueue(line);
    });
    this.#held.set(line, written);
    return written;
  }

  #pump(): void {
    while (this.#writing === undefined) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#writing = next;
      this.#write(next.text, (error) => {
        if (!error) this.#written(next);
      });
      // Most lines leave at once, and nobody has to wait for the stream to say so.
      if (this.#stream.writableLength === 0) this.#written(next);
    }
  }

  #written(line: QueuedLine): void {
    line.resolve();
    if (this.#writing !== line) return;
    this.#writing = undefined;
    this.#pump();
  }

  #restOfLine(): Buffer {
    if (this.#writing === undefined) return Buffer.of();
    const line = Buffer.from(this.#writing.text);
    const { _handle } = this.#stream as { _handle?: { readonly writeQueueSize?: number } | null };
    // Node does not tell how much of a line the system has taken; the handle below the stream does.
    return line.subarray(line.length - (_handle?.writeQueueSize ?? 0));
  }

  // Both official TypeScript clients drop a request's progress listener as soon as they see its response, and with it
  // the progress that arrives in the same chunk. They use the request's id as its token, so that is what is looked for.
  #giveHeadStart(token: unknown, written: Promise<void>): void {
    const headStart = written
      .catch(() => undefined)
      .then(() => sleep(PROGRESS_HEAD_START_MS))
      .then(() => {
        if (this.#headStarts.get(token) === headStart) this.#headStarts.delete(token);
      });
    this.#headStarts.set(token, headStart);
  }
}

function isBatch(message: Message | readonly Message[]): message is readonly Message[] {
  return Array.isArray(message);
}
