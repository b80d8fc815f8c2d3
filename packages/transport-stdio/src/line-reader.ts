const NEWLINE = 0x0a;

/**
 * Cuts a stream of bytes into lines, wherever the chunks happen to be split.
 *
 * @throws LineTooLongError from `push` when a line grows beyond `maxBytes`
 */
export class LineReader {
  readonly #maxBytes: number;
  readonly #onLine: (line: Buffer) => void;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxBytes: number, onLine: (line: Buffer) => void) {
    this.#maxBytes = maxBytes;
    this.#onLine = onLine;
  }

  /** Takes the next bytes and hands on every line they complete, without its newline. */
  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#append(chunk.subarray(start, end));
      this.#complete();
      start = end + 1;
    }
    this.#append(chunk.subarray(start));
  }

  /** Hands on what is left when the stream ends without a newline. */
  end(): void {
    if (this.#length > 0) this.#complete();
  }

  // Parts are joined once per line: joining per chunk would copy a long line over and over.
  #append(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) throw new LineTooLongError(this.#maxBytes);
    if (part.length > 0) this.#parts.push(part);
  }

  #complete(): void {
    const line = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts, this.#length);
    this.#parts = [];
    this.#length = 0;
    this.#onLine(line);
  }
}

/** A line that is longer than the transport accepts. */
export class LineTooLongError extends Error {
  override readonly name = "LineTooLongError";

  constructor(maxBytes: number) {
    super(`A message may be at most ${maxBytes} bytes long.`);
  }
}
