import { ts } from "./typescript.js";

/** The types that a class or an interface extends. A mixin's base is an intersection of what it mixes. */
export function baseTypes(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isIntersection()) return type.types;
  // What `Base<string>` extends is said by `Base`.
  const { target = type } = type as ts.TypeReference;
  return target.isClassOrInterface() ? checker.getBaseTypes(target) : [];
}

/** The class of a type, and those it extends. */
export function classesOf(type: ts.Type, checker: ts.TypeChecker): ts.ClassLikeDeclaration[] {
  const own = (type.symbol?.declarations ?? []).filter(ts.isClassLike);
  return [...own, ...baseTypes(type, checker).flatMap((base) => classesOf(base, checker))];
}
