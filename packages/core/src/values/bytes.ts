import { isBase64 } from "../formats/base64.js";
import { fromBase64, toBase64 } from "./base64.js";
import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `Uint8Array` as base64. */
export const uint8ArrayType: ValueType = createBytesType((bytes) => bytes);

/** `ArrayBuffer` as base64. */
export const arrayBufferType: ValueType = createBytesType((bytes) => bytes.buffer);

/** `Buffer` as base64; a plain `Uint8Array` if the platform has no `Buffer`. */
export const bufferType: ValueType = createBytesType((bytes) => {
  const { Buffer } = globalThis as { readonly Buffer?: BufferConstructor };
  return Buffer === undefined ? bytes : Buffer.from(bytes.buffer);
});

function createBytesType(fromBytes: (bytes: Uint8Array<ArrayBuffer>) => unknown): ValueType {
  return defineValueType({
    is: (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value),
    isJson: isString,
    decode: (text) => fromBytes(fromBase64(text)),
    encode: toBase64,
    text: { keyword: "contentEncoding", test: isBase64, expected: "bytes in base64, padded with =" },
  });
}
