import type { Readable } from "node:stream";
import { type LineListener, LineReader } from "./line-reader.js";

/** Events of a {@link LineInput}. */
export interface LineInputListener extends LineListener {
  /** Whether the lines so far have started work that goes on. */
  readonly isBusy: () => boolean;
  /** The stream has ended, or has failed. */
  readonly onEnd: (error?: Error) => void;
}

/** The most lines that are delivered in one turn of the event loop, so that timers and signals get their turn, too. */
const MAX_LINES_PER_TURN = 64;

/**
 * The lines of a stream. While earlier lines have started work that goes on, all promises get their turn before the next
 * line, which may for example end the process.
 */
export class LineInput {
  readonly #stream: Readable;
  readonly #listener: LineInputListener;
  readonly #reader: LineReader;
  /** Lines that were read but not delivered yet. */
  readonly #lines: Buffer[] = [];
  #isOpen = false;
  #isHeldBack = false;
  /** How many lines were delivered in this turn of the event loop. */
  #delivered = 0;

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

  /** Delivers no lines until it is called with `false`, because the client does not read the answers. */
  holdBack(isHeldBack: boolean): void {
    if (this.#isHeldBack === isHeldBack) return;
    this.#isHeldBack = isHeldBack;
    if (!this.#isOpen) return;
    if (isHeldBack) this.#stream.pause();
    // Not at once: the call comes from a writer that is in the middle of something.
    else setImmediate(this.#handOn);
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
    const isBusy = this.#lines.length > 0;
    this.#reader.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    if (!isBusy) this.#handOn();
  };

  readonly #onEnded = (): void => {
    if (!this.#isOpen) return;
    this.#reader.end();
    this.#listener.onEnd();
  };

  readonly #onFailed = (error: Error): void => this.#listener.onEnd(error);

  readonly #handOn = (): void => {
    for (;;) {
      if (this.#isHeldBack) {
        this.#delivered = 0;
        return;
      }
      const line = this.#lines.shift();
      if (line !== undefined) this.#listener.onLine(line);
      this.#delivered += 1;
      if (!this.#isOpen || this.#lines.length === 0) {
        this.#delivered = 0;
        if (this.#isOpen) this.#stream.resume();
        return;
      }
      if (this.#delivered >= MAX_LINES_PER_TURN) {
        this.#delivered = 0;
        this.#stream.pause();
        setImmediate(this.#handOn);
        return;
      }
      if (this.#listener.isBusy()) {
        // A tick that a microtask asks for comes after all microtasks.
        queueMicrotask(() => process.nextTick(this.#handOn));
        return;
      }
    }
  };
}
