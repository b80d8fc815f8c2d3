import { ts } from "../typescript/typescript.js";

/** A readable name for a type, without characters that a JSON pointer would escape: `Tree`, `Page_User`. */
export function definitionName(type: ts.Type, checker: ts.TypeChecker): string {
  const symbol = type.aliasSymbol ?? type.symbol;
  const name = symbol && !/^__/.test(symbol.name) ? symbol.name : "Type";
  const parts = typeArguments(type, checker).map((argument) => definitionName(argument, checker));
  return [name === "Type" ? primitiveName(type, checker) : name, ...parts].join("_");
}

function typeArguments(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.aliasSymbol) return type.aliasTypeArguments ?? [];
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference)) return [];
  const reference = type as ts.TypeReference;
  return checker.getTypeArguments(reference).slice(0, reference.target.typeParameters?.length ?? 0);
}

function primitiveName(type: ts.Type, checker: ts.TypeChecker): string {
  const text = checker.typeToString(type);
  return /^\w+$/.test(text) ? text : "Type";
}
