import { contentOf } from "../subschema-keywords.js";

/**
 * The bytes of a schema as clients receive it: compact JSON without our own keywords. Shared parts are measured once.
 */
export function schemaBytes(schema: object, known: Map<object, number> = new Map()): number {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const entries = Object.entries(schema).filter(([keyword]) => isSent(keyword));
  const bytes = entries.map(([keyword, value]) => keyBytes(keyword) + valueBytes(keyword, value, known));
  const total = bracketed(bytes);
  known.set(schema, total);
  return total;
}

/** Whether clients receive a keyword. */
export function isSent(keyword: string): boolean {
  return !keyword.startsWith("x-") || keyword === "x-mcp-header";
}

/** The bytes of a name and its colon. */
export function keyBytes(name: string): number {
  return jsonBytes(name) + 1;
}

/** The bytes of any JSON value. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}

/** The bytes of a list or an object with parts of these sizes. */
export function bracketed(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 2 + Math.max(0, parts.length - 1));
}

function valueBytes(keyword: string, value: unknown, known: Map<object, number>): number {
  const one = (part: unknown) => (isObject(part) ? schemaBytes(part, known) : jsonBytes(part));
  const content = isObject(value) ? contentOf(keyword) : "data";
  if (content === "schema") return one(value);
  if (content === "list") return bracketed((value as readonly unknown[]).map(one));
  if (content === "map")
    return bracketed(Object.entries(value as object).map(([name, part]) => keyBytes(name) + one(part)));
  return jsonBytes(value);
}

/** Whether a value has parts. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
