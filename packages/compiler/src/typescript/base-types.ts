import { ts } from "./typescript.js";

/** The types that a class or an interface extends. A mixin's base is an intersection of what it mixes. */
export function baseTypes(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isIntersection()) return type.types;
  // The base types of `Base<string>` are those of `Base`.
  const { target = type } = type as ts.TypeReference;
  return target.isClassOrInterface() ? checker.getBaseTypes(target) : [];
}

/** The class of a type, and the classes that it extends. */
export function classesOf(type: ts.Type, checker: ts.TypeChecker): ts.ClassLikeDeclaration[] {
  const own = (type.symbol?.declarations ?? []).filter(ts.isClassLike);
  return [...own, ...baseTypes(type, checker).flatMap((base) => classesOf(base, checker))];
}
