import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import type { Schema } from "./schema.js";
import { valueNote, withNotes } from "./value-notes.js";

/** A value that a literal type stands for. */
export type LiteralValue = string | number | boolean | null;

/** Literal types: `"C"`, `3`, `true`, a member of an enum. */
export const convertLiteral: Converter = ({ type }) => {
  if (type.flags & ts.TypeFlags.Null) return undefined;
  const value = literalValue(type);
  return value === undefined ? undefined : withNotes(enumOf([value]), [valueNote(value, { type })]);
};

/** The one value of a literal type, branded or not. Bigints are none: they cross the wire as text. */
export function literalValue(type: ts.Type): LiteralValue | undefined {
  if (type.isIntersection()) return type.types.map(literalValue).find((value) => value !== undefined);
  if (type.flags & ts.TypeFlags.Null) return null;
  if (type.flags & ts.TypeFlags.BooleanLiteral) {
    return "intrinsicName" in type && type.intrinsicName === "true";
  }
  return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
}

/** The schema of exactly these values; it has a type where all of them have the same. */
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
