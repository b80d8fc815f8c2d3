import type { LiteralValue } from "../typescript/literal-value.js";
import type { Schema } from "./schema.js";

/** The schema of exactly these values, with a type if they all have the same. */
export function enumOf(values: readonly LiteralValue[]): Schema {
  const types = new Set(values.map(typeName));
  if (types.has("number") && types.has("integer")) types.delete("integer");
  const type = types.size === 1 ? { type: [...types][0] } : {};
  return values.length === 1 ? { ...type, const: values[0] } : { ...type, enum: [...values] };
}

function typeName(value: LiteralValue): string {
  if (value === null) return "null";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}
