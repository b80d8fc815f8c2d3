import { isObject } from "../values/is-object.js";
import { MAX_DEPTH, tooDeep } from "./check.js";

/**
 * Gives JSON values short names, the same for two values only if they are equal. A value is read once, however many arrays around
 * it have to be unique: a client could otherwise repeat the work with each level.
 */
export class Identities {
  readonly #objects = new Map<object, string>();
  readonly #names = new Map<string, string>();

  /** @throws RefusedValueError */
  of(value: unknown, depth = 0): string {
    if (typeof value !== "object" || value === null) return this.#name(toText(value));
    const known = this.#objects.get(value);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) throw tooDeep();
    const name = this.#name(this.#describe(value, depth + 1));
    this.#objects.set(value, name);
    return name;
  }

  #describe(value: object, depth: number): string {
    if (Array.isArray(value)) return `[${value.map((item) => this.of(item, depth)).join()}]`;
    if (!isObject(value)) return toText(value);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${this.of(key)}:${this.of(value[key], depth)}`).join()}}`;
  }

  /** Text that is short is its own name. No JSON looks like the names of others. */
  #name(text: string): string {
    if (text.length < SHORT) return text;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `#${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

const SHORT = 24;

function toText(value: unknown): string {
  // `-0` and `0` are one number in JSON; a bigint has no JSON text.
  return value === 0 ? "0" : typeof value === "bigint" ? `${value}n` : String(JSON.stringify(value));
}
