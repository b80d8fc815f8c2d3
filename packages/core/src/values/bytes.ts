import { fromBase64, toBase64 } from "./base64.js";
import { type Codec, defineCodec, isString } from "./codec.js";

/** `Uint8Array` as base64. */
export const uint8ArrayCodec: Codec = createBytesCodec((bytes) => bytes);

/** `ArrayBuffer` as base64. */
export const arrayBufferCodec: Codec = createBytesCodec((bytes) => bytes.buffer);

/** `Buffer` as base64; a plain `Uint8Array` where the platform has no `Buffer`. */
export const bufferCodec: Codec = createBytesCodec((bytes) => {
  const { Buffer } = globalThis as { readonly Buffer?: BufferConstructor };
  return Buffer === undefined ? bytes : Buffer.from(bytes.buffer);
});

function createBytesCodec(fromBytes: (bytes: Uint8Array<ArrayBuffer>) => unknown): Codec {
  return defineCodec({
    is: (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value),
    isJson: isString,
    decode: (text) => fromBytes(fromBase64(text)),
    encode: toBase64,
  });
}
