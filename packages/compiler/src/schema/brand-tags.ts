import { ts } from "../typescript/typescript.js";

/** What a brand says about a value: `{ kind: "minimum", value: 1 }`. */
export interface BrandTag {
  readonly kind: string;
  readonly value: unknown;
  /** The keywords that the library itself gives for it. */
  readonly schema: { readonly [keyword: string]: unknown } | undefined;
  /** Whether it is certainly a tag: a name with a parameter may be just a name. */
  readonly isSure: boolean;
}

/**
 * The tags in a brand of a validation library: typia keeps them in a property, `{ "typia.tag"?: { kind, value, schema }
 * }`, others in the brand itself, and some only in the type arguments of its name, `MinLength<3>`. A brand that is just
 * a name has no tags.
 */
export function brandTags(brand: ts.Type, checker: ts.TypeChecker): BrandTag[] {
  const properties = checker.getPropertiesOfType(brand);
  const inside = properties.flatMap((property) => {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const parts = type.isIntersection() ? type.types : [type];
    return parts.flatMap((part) => (part.flags & ts.TypeFlags.Object ? (readTag(part, checker) ?? []) : []));
  });
  if (inside.length > 0) return inside;
  const isPhantom = properties.length > 0 && properties.every(({ flags }) => flags & ts.SymbolFlags.Optional);
  const own = isPhantom ? (readTag(brand, checker) ?? namedTag(brand, checker)) : undefined;
  return own ? [own] : [];
}

function readTag(type: ts.Type, checker: ts.TypeChecker): BrandTag | undefined {
  const part = (name: string) => {
    const symbols = checker.getPropertiesOfType(type);
    const symbol = symbols.find((one) => one.name.replace(/^[_$]+/, "") === name);
    return symbol && checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  };
  const valueOf = (name: string) => {
    const found = part(name);
    return found && literalJson(found, checker);
  };
  const kind = valueOf("kind") ?? valueOf("id");
  const [value, schema] = [valueOf("value"), valueOf("schema")];
  const isChecked = valueOf("validate") !== undefined || valueOf("check") !== undefined;
  if (typeof kind !== "string" || (value === undefined && schema === undefined && !isChecked)) return undefined;
  const isObject = typeof schema === "object" && schema !== null && !Array.isArray(schema);
  return { kind, value, schema: isObject ? (schema as BrandTag["schema"]) : undefined, isSure: true };
}

/** The alias may resolve to `never`, so only its name and type argument tell something. */
function namedTag({ aliasSymbol, aliasTypeArguments = [] }: ts.Type, checker: ts.TypeChecker): BrandTag | undefined {
  const [argument] = aliasTypeArguments;
  const value = argument && literalJson(argument, checker);
  if (!aliasSymbol || (typeof value !== "number" && typeof value !== "string")) return undefined;
  return { kind: aliasSymbol.name, value, schema: undefined, isSure: false };
}

/** The value of a type made of literals; undefined for any other type. */
function literalJson(type: ts.Type, checker: ts.TypeChecker): unknown {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type) === "true";
  if (type.flags & ts.TypeFlags.BigIntLiteral) return Number(checker.typeToString(type).replace(/n$/, ""));
  if (checker.isTupleType(type)) {
    return checker.getTypeArguments(type as ts.TypeReference).map((element) => literalJson(element, checker));
  }
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  const entries = checker.getPropertiesOfType(type).map((property) => {
    return [property.name, literalJson(checker.getNonNullableType(checker.getTypeOfSymbol(property)), checker)];
  });
  const found = entries.filter(([, value]) => value !== undefined);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
