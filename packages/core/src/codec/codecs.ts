import { bigintCodec } from "./bigint.js";
import { arrayBufferCodec, bufferCodec, uint8ArrayCodec } from "./bytes.js";
import type { Codec } from "./codec.js";
import { dateCodec } from "./date.js";
import { errorCodec } from "./error.js";
import { iterableCodec } from "./iterable.js";
import { mapCodec } from "./map.js";
import { regExpCodec } from "./reg-exp.js";
import { setCodec } from "./set.js";
import { urlCodec } from "./url.js";

/** The codec for each `x-ts` name. */
export const CODECS: ReadonlyMap<string, Codec> = new Map([
  ["ArrayBuffer", arrayBufferCodec],
  ["bigint", bigintCodec],
  ["Buffer", bufferCodec],
  ["Date", dateCodec],
  ["Error", errorCodec],
  ["Iterable", iterableCodec],
  ["Map", mapCodec],
  ["RegExp", regExpCodec],
  ["Set", setCodec],
  ["Uint8Array", uint8ArrayCodec],
  ["URL", urlCodec],
]);
