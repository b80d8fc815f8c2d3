import { bigintType } from "./bigint.js";
import { arrayBufferType, bufferType, uint8ArrayType } from "./bytes.js";
import { dateType } from "./date.js";
import { errorType } from "./error.js";
import { iterableType } from "./iterable.js";
import { mapType } from "./map.js";
import { regExpType } from "./reg-exp.js";
import { setType } from "./set.js";
import { urlType } from "./url.js";
import type { ValueType } from "./value-type.js";

/** The types of values that JSON does not have, by the name that a schema gives them (`x-ts`). */
export const VALUE_TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["ArrayBuffer", arrayBufferType],
  ["bigint", bigintType],
  ["Buffer", bufferType],
  ["Date", dateType],
  ["Error", errorType],
  ["Iterable", iterableType],
  ["Map", mapType],
  ["RegExp", regExpType],
  ["Set", setType],
  ["Uint8Array", uint8ArrayType],
  ["URL", urlType],
]);

/** The type of a value that is not JSON, where no schema names one. */
export function valueTypeOf(value: object): ValueType | undefined {
  return BY_INSTANCE.find((type) => type.is(value));
}

/** A `Date` and a `URL` are what their own `toJSON` says, and only a type says that an iterable is a list. */
const BY_INSTANCE: readonly ValueType[] = [mapType, setType, errorType, regExpType, urlType, bufferType];
