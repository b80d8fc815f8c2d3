import type { Readable } from "node:stream";
import { type LineListener, LineReader } from "./line-reader.js";

/** Events of a {@link LineInput}. */
export interface LineInputListener extends LineListener {
  /** The stream has ended, or has failed. */
  readonly onEnd: (error?: Error) => void;
}

/**
 * The lines of a stream, one in each turn of the event loop. So the work that one line has started can proceed before the
 * next line, which may for example end the process.
 */
export class LineInput {
  readonly #stream: Readable;
  readonly #listener: LineInputListener;
  readonly #reader: LineReader;
  /** Lines that were read but not delivered yet. */
  readonly #lines: Buffer[] = [];
  #isOpen = false;
  #isHeld = false;

  constructor(stream: Readable, maxLineBytes: number, listener: LineInputListener) {
    this.#stream = stream;
    this.#listener = listener;
    this.#reader = new LineReader(maxLineBytes, {
      onLine: (line) => void this.#lines.push(line),
      onTooLong: listener.onTooLong,
    });
  }

  /** Whether lines are delivered. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    this.#isOpen = true;
    this.#stream.on("error", this.#onFailed);
    // Both, because a destroyed stream closes without ending.
    this.#stream.on("end", this.#onEnded);
    this.#stream.on("close", this.#onEnded);
    this.#stream.on("data", this.#onData);
    // An earlier user of the stream may have paused it.
    this.#stream.resume();
    // A stream that is already over emits no event. Report the end in the next turn, as an event would.
    if (this.#stream.readableEnded || this.#stream.destroyed) setImmediate(this.#onEnded);
  }

  /** Stops delivering lines until {@link goOn} is called. */
  hold(): void {
    this.#isHeld = true;
    this.#stream.pause();
  }

  goOn(): void {
    this.#isHeld = false;
    if (this.#isOpen) this.#handOn();
  }

  /** Delivers the lines that were read, and reads no more. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const line of this.#lines.splice(0)) this.#listener.onLine(line);
    this.#stream.off("data", this.#onData);
    this.#stream.off("end", this.#onEnded);
    this.#stream.off("close", this.#onEnded);
    if (this.#stream.listenerCount("data") === 0) this.#stream.pause();
  }

  /** Stops listening for errors. */
  release(): void {
    this.#stream.off("error", this.#onFailed);
  }

  readonly #onData = (chunk: Buffer | string): void => {
    this.#reader.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    this.#handOn();
  };

  readonly #onEnded = (): void => {
    if (!this.#isOpen) return;
    this.#reader.end();
    this.#listener.onEnd();
  };

  readonly #onFailed = (error: Error): void => this.#listener.onEnd(error);

  readonly #handOn = (): void => {
    if (this.#isHeld) return;
    const line = this.#lines.shift();
    if (line !== undefined) this.#listener.onLine(line);
    if (!this.#isOpen || this.#isHeld) return;
    if (this.#lines.length === 0) this.#stream.resume();
    else {
      this.#stream.pause();
      setImmediate(this.#handOn);
    }
  };
}
