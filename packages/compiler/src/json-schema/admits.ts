import type { Schema } from "./schema.js";

/** Whether a schema may accept a value of a JSON type. A reference may, because its target is not known yet. */
export function admits(schema: Schema, type: string): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).some((part) => admits(part, type));
  if (schema.type !== undefined) {
    const types = [schema.type].flat();
    return types.includes(type) || (type === "number" && types.includes("integer"));
  }
  if ("const" in schema) return jsonType(schema.const) === type;
  return Array.isArray(schema.enum) ? schema.enum.some((value) => jsonType(value) === type) : true;
}

/** Whether a schema may accept this value. A constant or an enum must contain it. */
export function admitsValue(schema: Schema, value: unknown): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).some((part) => admitsValue(part, value));
  if ("const" in schema) return schema.const === value;
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  if (typeof value === "number" && !Number.isInteger(value) && schema.type === "integer") return false;
  return admits(schema, jsonType(value));
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
