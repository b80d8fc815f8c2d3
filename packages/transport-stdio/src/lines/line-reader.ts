import { RequestIdScanner } from "./request-id-scanner.js";

const NEWLINE = 0x0a;

/** Events of a {@link LineReader}. */
export interface LineListener {
  /** A line, without its newline. */
  readonly onLine: (line: Buffer) => void;
  /** A line that was too long and is dropped, with its id if it was a request. */
  readonly onTooLong: (line: { readonly id?: string | number | undefined }) => void;
}

/** Cuts a stream of bytes into lines, regardless of how it is split into chunks. Drops lines longer than `maxBytes`. */
export class LineReader {
  readonly #maxBytes: number;
  readonly #listener: LineListener;
  #parts: Buffer[] = [];
  #length = 0;
  /** Scans the parts of a line that is too long. */
  #scanner: RequestIdScanner | undefined;

  constructor(maxBytes: number, listener: LineListener) {
    this.#maxBytes = maxBytes;
    this.#listener = listener;
  }

  /** Reads the next bytes and delivers each line that they complete. */
  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#append(chunk.subarray(start, end));
      this.#complete();
      start = end + 1;
    }
    this.#append(chunk.subarray(start));
  }

  /** Delivers the rest when the stream ends without a newline. */
  end(): void {
    if (this.#length > 0) this.#complete();
  }

  // Parts are joined once for each line: joining for each chunk would copy a long line over and over.
  #append(part: Buffer): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length <= this.#maxBytes) this.#parts.push(part);
    else this.#scan(part);
  }

  #scan(part: Buffer): void {
    this.#scanner ??= new RequestIdScanner();
    for (const bytes of [...this.#parts.splice(0), part]) this.#scanner.push(bytes);
  }

  #complete(): void {
    const [parts, length, scanner] = [this.#parts, this.#length, this.#scanner];
    this.#parts = [];
    this.#length = 0;
    this.#scanner = undefined;
    if (scanner !== undefined) this.#listener.onTooLong({ id: scanner.id });
    else this.#listener.onLine(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts, length));
  }
}
