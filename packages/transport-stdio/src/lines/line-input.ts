import type { Readable } from "node:stream";
import { type LineListener, LineReader } from "./line-reader.js";

/** What a {@link LineInput} tells. */
export interface LineInputListener extends LineListener {
  /** The stream has ended, or has failed. */
  readonly onEnd: (error?: Error) => void;
}

/**
 * The lines of a stream, one in a turn: what is done at once for one line, such as to end the process, holds up nothing
 * that was begun for the line before it.
 */
export class LineInput {
  readonly #stream: Readable;
  readonly #listener: LineInputListener;
  readonly #reader: LineReader;
  /** What came in and is not handed on yet. */
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

  /** Whether lines are handed on. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    this.#isOpen = true;
    this.#stream.on("error", this.#onFailed);
    // Both, because a destroyed stream closes without ending. In the next turn when it is over already, as an event would be.
    this.#stream.on("end", this.#onEnded);
    this.#stream.on("close", this.#onEnded);
    this.#stream.on("data", this.#onData);
    // Whoever used the stream before may have paused it.
    this.#stream.resume();
    if (this.#stream.readableEnded || this.#stream.destroyed) setImmediate(this.#onEnded);
  }

  /** Hands on nothing until {@link goOn} is called. */
  hold(): void {
    this.#isHeld = true;
    this.#stream.pause();
  }

  goOn(): void {
    this.#isHeld = false;
    if (this.#isOpen) this.#handOn();
  }

  /** Hands on what has come in, and takes no more. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const line of this.#lines.splice(0)) this.#listener.onLine(line);
    this.#stream.off("data", this.#onData);
    this.#stream.off("end", this.#onEnded);
    this.#stream.off("close", this.#onEnded);
    if (this.#stream.listenerCount("data") === 0) this.#stream.pause();
  }

  /** Hears of no error any more. */
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
