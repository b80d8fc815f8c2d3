/** Thrown for a body that is larger than allowed. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(maxBytes: number) {
    super(`The request body may be at most ${maxBytes} bytes long.`);
  }
}

/**
 * Reads the body as UTF-8, and stops as soon as it is too large, even if its declared length is smaller.
 *
 * @throws BodyTooLargeError
 * @throws TypeError when the bytes are not UTF-8
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw new BodyTooLargeError(maxBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let text = "";
  // An error in the loop cancels the stream.
  for await (const chunk of readChunks(request)) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLargeError(maxBytes);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

// Not every runtime can iterate over a stream directly.
async function* readChunks(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
