import { requestIdOf } from "@plainmcp/core/internal/engine";

/** Longest key or value that is read, in bytes with its quotes. A longer id is not found. */
const MAX_TOKEN_BYTES = 258;

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What comes next, outside of nested values. */
type Expected = "object" | "first-key" | "key" | "colon" | "value" | "comma" | "nothing";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Finds the id of a request that is too long to keep. It reads the bytes in pieces and stores at most one key or value.
 * Nested values are skipped and not checked.
 */
export class RequestIdScanner {
  #expected: Expected = "object";
  #malformed = false;
  /** How many nested objects and arrays are open. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Bytes of the current string, number or word. One more than the limit if it is too long. */
  #token: number[] = [];
  #key: unknown;
  #id: unknown;
  #method: unknown;

  /** Reads the next bytes. */
  push(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length && !this.#malformed; ) {
      if (this.#inString) index = this.#readString(bytes, index);
      else {
        const byte = bytes[index++] as number;
        if (this.#depth > 0) this.#skip(byte);
        else this.#read(byte);
      }
    }
  }

  /** The id, if all bytes together are a request. If there are several, the last one counts, as with `JSON.parse`. */
  get id(): string | number | undefined {
    if (this.#malformed || this.#expected !== "nothing") return undefined;
    return requestIdOf({ id: this.#id, method: this.#method });
  }

  /** Continues a string and returns where it stopped. It skips ahead, because most of a long message is plain text. */
  #readString(bytes: Uint8Array, start: number): number {
    let end = start;
    if (!this.#escaped) while (end < bytes.length && bytes[end] !== QUOTE && bytes[end] !== BACKSLASH) end++;
    const byte = bytes[end++];
    this.#keep(bytes.subarray(start, end));
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      this.#endToken();
    }
    return end;
  }

  #skip(byte: number): void {
    if (byte === QUOTE) this.#beginString();
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#depth--;
  }

  #read(byte: number): void {
    const isSpace = byte === SPACE || byte === TAB || byte === RETURN || byte === LINE_FEED;
    if (this.#token.length > 0 && (isSpace || byte === COMMA || byte === CLOSE_OBJECT)) this.#endToken();
    if (isSpace) return;
    if (this.#expected === "value") this.#readValue(byte);
    else if (this.#expected === "object" && byte === OPEN_OBJECT) this.#expected = "first-key";
    else if ((this.#expected === "first-key" || this.#expected === "key") && byte === QUOTE) this.#beginString();
    else if (this.#expected === "colon" && byte === COLON) this.#expected = "value";
    else if (this.#expected === "comma" && byte === COMMA) this.#expected = "key";
    else if ((this.#expected === "first-key" || this.#expected === "comma") && byte === CLOSE_OBJECT)
      this.#expected = "nothing";
    else this.#malformed = true;
  }

  #readValue(byte: number): void {
    if (this.#token.length > 0) this.#keep([byte]);
    else if (byte === QUOTE) this.#beginString();
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.#depth++;
      this.#endMember(undefined);
    } else this.#keep([byte]);
  }

  #beginString(): void {
    this.#inString = true;
    this.#keep([QUOTE]);
  }

  #keep(bytes: Uint8Array | readonly number[]): void {
    const room = MAX_TOKEN_BYTES + 1 - this.#token.length;
    if (this.#depth === 0 && room > 0) this.#token.push(...bytes.slice(0, room));
  }

  #endToken(): void {
    if (this.#depth > 0) return;
    const bytes = this.#token;
    this.#token = [];
    let value: unknown;
    try {
      if (bytes.length <= MAX_TOKEN_BYTES) value = JSON.parse(utf8.decode(Uint8Array.from(bytes)));
    } catch {
      this.#malformed = true;
    }
    if (this.#expected === "value") this.#endMember(value);
    else {
      this.#key = value;
      this.#expected = "colon";
    }
  }

  #endMember(value: unknown): void {
    if (this.#key === "id") this.#id = value;
    if (this.#key === "method") this.#method = value;
    this.#expected = "comma";
  }
}
