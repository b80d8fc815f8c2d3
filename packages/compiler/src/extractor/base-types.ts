import type { ts } from "../typescript.js";

/** The types that a class or an interface extends. A mixin's base is an intersection of what it mixes. */
export function baseTypes(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isIntersection()) return type.types;
  // What `Base<string>` extends is said by `Base`.
  const { target = type } = type as ts.TypeReference;
  return target.isClassOrInterface() ? checker.getBaseTypes(target) : [];
}
