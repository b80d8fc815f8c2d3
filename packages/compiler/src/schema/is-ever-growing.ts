import { ts } from "../typescript/typescript.js";

/** The number of levels by which type arguments may grow in real code, such as `Box<Box<Box<T>>>`. */
const MAX_GROWTH = 8;

/** The number of computed instances of one type inside each other. No real value is that deep. */
const MAX_NESTED = 60;

/**
 * Whether the nested instances of one type never end: their type arguments grow, as in `type Endless<T> = { next:
 * Endless<T[]> }`, or they are computed and more than anybody would write. A type mapped over a deep type has many
 * instances too, but they end where that type ends.
 */
export function isEverGrowing(types: readonly ts.Type[], checker: ts.TypeChecker): boolean {
  if (types.length <= MAX_GROWTH) return false;
  const depths = types.slice(-MAX_GROWTH - 1).map((type) => depthOf(type, checker));
  if (depths.every((depth, index) => index === 0 || depth > (depths[index - 1] ?? 0))) return true;
  return types.length > MAX_NESTED && types.filter((type) => isComputed(type, checker)).length > MAX_NESTED;
}

/** How deeply the type arguments of a type are nested. */
function depthOf(type: ts.Type, checker: ts.TypeChecker): number {
  const parts = type.isUnionOrIntersection() ? type.types : parametersOf(type, checker);
  return parts.reduce((deepest, part) => Math.max(deepest, 1 + depthOf(part, checker)), 0);
}

/** Whether a type is computed, so that there may be infinitely many like it. */
function isComputed(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & ts.TypeFlags.Literal) return true;
  if (type.isUnionOrIntersection()) return type.types.some((part) => isComputed(part, checker));
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  const parameters = parametersOf(type, checker);
  if (parameters.length > 0) return parameters.some((part) => isComputed(part, checker));
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Instantiated) !== 0;
}

function parametersOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.aliasTypeArguments) return type.aliasTypeArguments;
  const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  return type.flags & ts.TypeFlags.Object && isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
}
