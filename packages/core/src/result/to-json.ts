/** A value as it crosses the wire, and its text. */
export interface JsonText {
  readonly json: unknown;
  readonly text: string;
}

/**
 * What the client will read when the value is serialised: `undefined` properties gone, `toJSON` called, maps as objects
 * or pairs, sets as arrays, bigints as digits. `undefined` becomes `null`.
 *
 * @throws TypeError for a value that contains itself
 */
export function toJson(value: unknown): JsonText {
  const text = JSON.stringify(value ?? null, replace) ?? "null";
  return { json: JSON.parse(text), text };
}

function replace(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Set) return [...value];
  if (value instanceof Map) {
    const entries = [...value];
    return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : entries;
  }
  if (value instanceof Error) return { name: value.name, message: value.message };
  return value;
}
