import { isObject } from "../values/is-object.js";

/**
 * Reads text as the number, the boolean, the array or the object that it stands for. Returns `undefined` if it stands for
 * none of these types.
 *
 * @param types JSON Schema's names of the types to look for
 */
export function readText(text: string, types: ReadonlySet<unknown>): unknown {
  const written = text.trim();
  if (types.has("number") || types.has("integer")) {
    const number = readNumber(written);
    if (number !== undefined && (types.has("number") || Number.isInteger(number))) return number;
  }
  if (types.has("boolean") && BOOLEAN.test(written)) return written.toLowerCase() === "true";
  if ((types.has("array") && written.startsWith("[")) || (types.has("object") && written.startsWith("{"))) {
    return readJson(written);
  }
  return undefined;
}

/** A number as JSON writes it: no `0x10`, no `1,000`, and no `007`, which is rather an id than a number. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const BOOLEAN = /^(?:true|false)$/i;
/** Longer than any number that stays exact, and short enough to convert at once. */
const MAX_DIGITS = 400;

function readNumber(text: string): number | undefined {
  if (text.length > MAX_DIGITS || !NUMBER.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  // An id of 20 digits would silently become another one.
  const isExact = String(number) === text || !/^-?\d+$/.test(text) || BigInt(number) === BigInt(text);
  return isExact ? number : undefined;
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) || isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
