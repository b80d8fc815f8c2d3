import type { JsonSchema } from "../manifest/json-schema.js";
import { UnsupportedSchemaError } from "../validation/schema-errors.js";
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

const CODECS: ReadonlyMap<string, Codec> = new Map([
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

/** The codec of a schema's `x-ts`, if it has one. @throws UnsupportedSchemaError */
export function codecOf(schema: JsonSchema, pointer: string): Codec | undefined {
  const name = schema["x-ts"];
  if (name === undefined) return undefined;
  const codec = CODECS.get(name);
  if (codec === undefined) throw new UnsupportedSchemaError(`${pointer}/x-ts`, `there is no codec for "${name}"`);
  return codec;
}

/** The codec of a value that is not JSON, where no schema names one. */
export function codecFor(value: object): Codec | undefined {
  for (const codec of BY_INSTANCE) if (codec.is(value)) return codec;
  return undefined;
}

/** A `Date` and a `URL` are what their own `toJSON` says, and only a type says that an iterable is a list. */
const BY_INSTANCE: readonly Codec[] = [mapCodec, setCodec, errorCodec, regExpCodec, urlCodec, bufferCodec];
