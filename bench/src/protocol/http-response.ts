/** A response as it came over a socket. */
export interface HttpResponse {
  readonly status: number;
  /** In lower case. */
  readonly head: string;
  readonly body: string;
}

/** Reads one response after another from the bytes of a socket. */
export class HttpResponseReader {
  #bytes: Buffer = EMPTY;
  readonly #onResponse: (response: HttpResponse) => void;

  constructor(onResponse: (response: HttpResponse) => void) {
    this.#onResponse = onResponse;
  }

  push(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    for (let read = readResponse(this.#bytes); read !== undefined; read = readResponse(this.#bytes)) {
      this.#bytes = this.#bytes.subarray(read.end);
      this.#onResponse(read.response);
    }
  }
}

/** The value of a header, or undefined. @param name In lower case */
export function headerOf({ head }: HttpResponse, name: string): string | undefined {
  const start = head.indexOf(`\r\n${name}: `);
  if (start === -1) return undefined;
  const from = start + name.length + 4;
  const end = head.indexOf("\r\n", from);
  return head.slice(from, end === -1 ? undefined : end);
}

const EMPTY: Buffer = Buffer.alloc(0);

/** The first response, and where it ends; undefined until all of it is there. */
function readResponse(bytes: Buffer): { readonly response: HttpResponse; readonly end: number } | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = bytes.toString("latin1", 0, headEnd).toLowerCase();
  const partial = { status: Number(head.slice(9, 12)), head, body: "" };
  const start = headEnd + 4;
  if (headerOf(partial, "transfer-encoding") === "chunked") {
    const read = readChunks(bytes, start);
    return read && { response: { ...partial, body: read.body }, end: read.end };
  }
  const end = start + Number(headerOf(partial, "content-length") ?? 0);
  if (bytes.length < end) return undefined;
  return { response: { ...partial, body: bytes.toString("utf8", start, end) }, end };
}

function readChunks(bytes: Buffer, start: number): { readonly body: string; readonly end: number } | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const chunkEnd = lineEnd + 2 + size;
    if (bytes.length < chunkEnd + 2) return undefined;
    if (size === 0) return { body: Buffer.concat(chunks).toString(), end: chunkEnd + 2 };
    chunks.push(bytes.subarray(lineEnd + 2, chunkEnd));
    at = chunkEnd + 2;
  }
}
