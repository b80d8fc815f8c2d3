import type { Schema } from "../../schema/schema.js";

/** Whether a value is as long, as large and as whole as a field demands. */
export function isWithin(value: unknown, field: Schema): boolean {
  if (typeof value === "string") return isBetween([...value].length, field.minLength, field.maxLength);
  if (Array.isArray(value)) return isBetween(value.length, field.minItems, field.maxItems);
  if (typeof value !== "number") return true;
  return isBetween(value, field.minimum, field.maximum) && (field.type !== "integer" || Number.isInteger(value));
}

function isBetween(size: number, least: unknown, most: unknown): boolean {
  return size >= ((least as number | undefined) ?? size) && size <= ((most as number | undefined) ?? size);
}
