import { ts } from "../typescript.js";
import { baseTypes } from "./base-types.js";

/** The class of a type, and those it extends. */
export function classesOf(type: ts.Type, checker: ts.TypeChecker): ts.ClassLikeDeclaration[] {
  const own = (type.symbol?.declarations ?? []).filter(ts.isClassLike);
  return [...own, ...baseTypes(type, checker).flatMap((base) => classesOf(base, checker))];
}
