import { isObject } from "../values/is-object.js";
import { valueTypeOf } from "../values/value-types.js";
import { ANY_KEY, createEncodeRun, type Encode, type EncodeRun, encodeChild, encodeNumber } from "./encode-run.js";

/**
 * Converts a value without a declared type to JSON: calls `toJSON`, drops properties that are `undefined` or functions,
 * and converts maps to objects or pairs, sets to arrays, bytes to base64 and bigints to digits. `undefined` becomes
 * `null`.
 *
 * @param isStrict Whether `NaN` and infinite numbers are refused; otherwise they become `null`
 * @throws UnsendableError for a value that contains itself
 */
export function toNaturalJson(value: unknown, isStrict = true): unknown {
  return encodeAnything(value, createEncodeRun(value, isStrict)) ?? null;
}

/** Encodes a value by its runtime type. */
export const encodeAnything: Encode = (value, run) => {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return encodeNumber(value, run);
    case "bigint":
      return String(value);
    case "object":
      return value === null ? null : encodeObject(value, run);
    default:
      return undefined;
  }
};

function encodeObject(value: object, run: EncodeRun): unknown {
  if (Array.isArray(value)) return encodeItems(value, run);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    if (value instanceof Map && [...value.keys()].some((key) => typeof key !== "string")) {
      return encodeItems([...value], run);
    }
    if (isNumbers(value)) return encodeItems(Array.from(value as Iterable<unknown>), run);
    const codec = valueTypeOf(value);
    if (codec !== undefined && !hasOwnJson(value)) return encodeAnything(codec.encode(value, {}), run);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return encodeAnything(value.valueOf(), run);
    }
  }
  if ("toJSON" in value && typeof value.toJSON === "function") {
    const json: unknown = value.toJSON();
    // Like JSON.stringify, does not call `toJSON` of the result, which may be the same object.
    return isPlainOrSame(json, value) ? encodeMembers(json, run) : encodeAnything(json, run);
  }
  return encodeMembers(value as { readonly [key: string]: unknown }, run);
}

/** Whether `toJSON` returned the object itself or a plain object, whose properties are to be encoded. */
function isPlainOrSame(json: unknown, value: object): json is { readonly [key: string]: unknown } {
  return json === value || (isObject(json) && "toJSON" in json);
}

/** Whether the author's class defines `toJSON`. `Buffer` and `URL` have their own codecs instead. */
function hasOwnJson(value: object): boolean {
  return "toJSON" in value && !(value instanceof URL) && !ArrayBuffer.isView(value);
}

/** A typed array of anything but bytes. */
function isNumbers(value: object): boolean {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return false;
  return !(value instanceof Uint8Array || value instanceof Uint8ClampedArray);
}

function encodeItems(items: readonly unknown[], run: EncodeRun): unknown[] {
  // `map` would skip holes.
  return Array.from(items, (item, index) => encodeChild(encodeAnything, item, index, run) ?? null);
}

function encodeMembers(value: { readonly [key: string]: unknown }, run: EncodeRun): unknown {
  const json: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    const member = encodeChild(encodeAnything, value[key], ANY_KEY + key, run);
    if (member !== undefined) setMember(json, key, member);
  }
  return json;
}

/** Sets an own property, even one called `__proto__`. */
export function setMember(target: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
