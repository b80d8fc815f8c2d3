import { ts } from "./typescript.js";

/** The value of a literal type. */
export type LiteralValue = string | number | boolean | null;

/** The value of a literal type, branded or not. Undefined for a bigint, which is sent as text. */
export function literalValue(type: ts.Type): LiteralValue | undefined {
  if (type.isIntersection()) return type.types.map(literalValue).find((value) => value !== undefined);
  if (type.flags & ts.TypeFlags.Null) return null;
  if (type.flags & ts.TypeFlags.BooleanLiteral) {
    return "intrinsicName" in type && type.intrinsicName === "true";
  }
  return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
}
