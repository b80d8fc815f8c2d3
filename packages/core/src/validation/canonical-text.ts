import { isObject } from "../values/is-object.js";
import { MAX_DEPTH, tooDeep } from "./check.js";

/** Writes a JSON value as text, the same for two values only if they are equal. @throws RefusedValueError */
export function canonicalText(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw tooDeep();
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join()}]`;
  if (isObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key], depth + 1)}`);
    return `{${members.join()}}`;
  }
  // `-0` and `0` are one number in JSON; a bigint has no JSON text.
  return value === 0 ? "0" : typeof value === "bigint" ? `${value}n` : String(JSON.stringify(value));
}
