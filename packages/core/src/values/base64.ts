/** Encodes bytes as base64, with or without `Buffer`. */
export function toBase64(source: ArrayBuffer | ArrayBufferView): string {
  const bytes = toBytes(source);
  const { Buffer } = globalThis as { readonly Buffer?: BufferConstructor };
  if (Buffer !== undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

/** Decodes base64 to bytes that own their buffer. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const { Buffer } = globalThis as { readonly Buffer?: BufferConstructor };
  // Copied, because a small Buffer shares its memory with others.
  if (Buffer !== undefined) return new Uint8Array(Buffer.from(text, "base64"));
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** The number of arguments that a call can safely have. */
const CHUNK = 0x2000;

function toBytes(source: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}
