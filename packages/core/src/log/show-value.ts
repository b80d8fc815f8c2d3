import { headOf, readError } from "./read-error.js";
import { shorten } from "./shorten.js";

const MAX_CHARACTERS = 500;
const MAX_MEMBERS = 20;

/**
 * Shows a value on one line, cut where it is long or deep. It never throws. Unlike `util.inspect`, it calls no function of
 * the value but `toString`.
 *
 * @param depth How many levels of objects to show
 */
export function showValue(value: unknown, depth = 2): string {
  try {
    return show(value, depth);
  } catch (failure) {
    const parts = readError(failure);
    return parts === undefined ? "[cannot be shown]" : `[cannot be shown: ${shorten(headOf(parts), MAX_CHARACTERS)}]`;
  }
}

/** Shows some members of an object. Getters are not called. */
export function showMembers(object: object, keys: readonly string[], depth = 2): string {
  const members = showAll(keys, (key) => {
    const member = Object.getOwnPropertyDescriptor(object, key);
    return `${shorten(key, MAX_CHARACTERS)}: ${member?.get ? "[getter]" : showValue(member?.value, depth - 1)}`;
  });
  return members === "" ? "{}" : `{ ${members} }`;
}

function show(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(shorten(value, MAX_CHARACTERS));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "[function]";
  if (typeof value !== "object" || value === null) return String(value);
  const error = readError(value);
  if (error !== undefined) return `[${shorten(headOf(error), MAX_CHARACTERS)}]`;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value))
    return depth === 0 ? "[array]" : `[${showAll(value, (item) => showValue(item, depth - 1))}]`;
  const { toString } = value;
  if (typeof toString === "function" && toString !== Object.prototype.toString) {
    return shorten(String(value), MAX_CHARACTERS);
  }
  return depth === 0 ? "[object]" : showMembers(value, Object.keys(value), depth);
}

function showAll<T>(items: readonly T[], showItem: (item: T) => string): string {
  const shown = items.slice(0, MAX_MEMBERS).map(showItem);
  if (items.length > MAX_MEMBERS) shown.push(`… ${items.length - MAX_MEMBERS} more`);
  return shown.join(", ");
}
