import type { CountedExchange } from "../limits/counted-exchange.js";

/** Thrown for a body that is larger than allowed. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(maxBytes: number) {
    super(`The request body may be at most ${maxBytes} bytes long.`);
  }
}

/** Thrown for an unfinished body that others needed the room of. */
export class BodyGivenUpError extends Error {
  override readonly name = "BodyGivenUpError";

  constructor() {
    super(
      "The server needs the room of this unfinished request for others (option limits.maxBodiesSize). Send it again.",
    );
  }
}

/**
 * Reads the body as UTF-8, and stops as soon as it is too large, even if its declared length is smaller.
 *
 * @param counted Counts a body that does not arrive at once
 * @throws BodyTooLargeError
 * @throws TypeError when the bytes are not UTF-8
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  counted?: Pick<CountedExchange, "load">,
): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw new BodyTooLargeError(maxBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const declared = request.headers.get("content-length");
  let bytes = 0;
  let text = "";
  const stopped = new AbortController();
  // An error in the loop cancels the stream.
  for await (const chunk of readChunks(request, stopped.signal)) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLargeError(maxBytes);
    const isFirst = bytes === chunk.byteLength;
    const isWhole = declared === null ? isFirst : bytes >= Number(declared);
    if (!isWhole) counted?.load?.receive(bytes, () => stopped.abort(new BodyGivenUpError()));
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

// Not every runtime can iterate over a stream directly.
async function* readChunks(request: Request, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  stopped.catch(() => undefined);
  const read = () => Promise.race([reader.read(), stopped]);
  try {
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
