export { createDecoder, type DecoderOptions } from "./create-decoder.js";
export { createEncoder } from "./create-encoder.js";
