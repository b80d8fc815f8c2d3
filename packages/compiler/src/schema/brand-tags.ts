import { ts } from "../typescript/typescript.js";

/** What a brand says of a value: `{ kind: "minimum", value: 1 }`. */
export interface BrandTag {
  readonly kind: string;
  readonly value: unknown;
  /** The keywords that the library itself has for it. */
  readonly schema: { readonly [keyword: string]: unknown } | undefined;
  /** Whether it surely is a tag: a name with a parameter may be just a name. */
  readonly isSure: boolean;
}

/**
 * The tags of a brand of a validation library: typia keeps them in a property, `{ "typia.tag"?: { kind, value, schema } }`,
 * others in the brand itself, and some in the parameters of its name alone, `MinLength<3>`. A brand that is just a name has
 * none.
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

/** What stands behind the name may be `never`, so that only the name and its parameter say something. */
function namedTag({ aliasSymbol, aliasTypeArguments = [] }: ts.Type, checker: ts.TypeChecker): BrandTag | undefined {
  const [argument] = aliasTypeArguments;
  const value = argument && literalJson(argument, checker);
  if (!aliasSymbol || (typeof value !== "number" && typeof value !== "string")) return undefined;
  return { kind: aliasSymbol.name, value, schema: undefined, isSure: false };
}

/** The value that a type of literals stands for; nothing for any other type. */
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
