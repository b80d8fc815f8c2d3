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

/** The value types by the name that schemas use for them (`x-ts`). */
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

/** Finds the type of a value if no schema names one. */
export function valueTypeOf(value: object): ValueType | undefined {
  return BY_INSTANCE.find((type) => type.is(value));
}

/** Without `Date`, which has its own `toJSON`, and iterables, which only a declared type makes a list. */
const BY_INSTANCE: readonly ValueType[] = [mapType, setType, errorType, regExpType, urlType, bufferType];
