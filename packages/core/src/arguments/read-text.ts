import { exactNumber } from "../values/exact-number.js";
import { hasPrototypeKey } from "../values/has-prototype-key.js";
import { isObject } from "../values/is-object.js";

/**
 * Reads text as the number, the boolean, the array or the object that it stands for. Returns `undefined` if it stands for
 * none of these types.
 *
 * @param types JSON Schema's names of the types to look for
 * @param parse Reads arrays and objects. A caller that reads the same text often can remember what it stands for
 */
export function readText(text: string, types: ReadonlySet<unknown>, parse: typeof readJson = readJson): unknown {
  const written = text.trim();
  if (types.has("number") || types.has("integer")) {
    const number = NUMBER.test(written) ? exactNumber(written) : undefined;
    if (number !== undefined && (types.has("number") || Number.isInteger(number))) return number;
  }
  if (types.has("boolean") && BOOLEAN.test(written)) return written.toLowerCase() === "true";
  if ((types.has("array") && written.startsWith("[")) || (types.has("object") && written.startsWith("{"))) {
    return parse(written);
  }
  return undefined;
}

/** A number as JSON writes it: no `0x10`, no `1,000`, and no `007`, which is rather an id than a number. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const BOOLEAN = /^(?:true|false)$/i;

/** The array or object that a text stands for, unless it has a key that no message may have either. */
export function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) || isObject(value)) && !hasPrototypeKey(value, text) ? value : undefined;
  } catch {
    return undefined;
  }
}
