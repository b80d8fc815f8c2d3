import { ts } from "../typescript/typescript.js";

/** Levels on which the parameters of honest code, such as `Box<Box<Box<T>>>`, may grow. */
const MAX_GROWTH = 8;

/** Computed instances of one type inside each other. No honest value is that deep. */
const MAX_NESTED = 60;

/**
 * Whether the instances of one type, each inside the one before, go on for ever: their parameters grow, as in
 * `type Endless<T> = { next: Endless<T[]> }`, or they are computed and there are more of them than anybody would write.
 * A type that is mapped over a deep one has many instances too, but they end with that.
 */
export function isEverGrowing(types: readonly ts.Type[], checker: ts.TypeChecker): boolean {
  if (types.length <= MAX_GROWTH) return false;
  const depths = types.slice(-MAX_GROWTH - 1).map((type) => depthOf(type, checker));
  if (depths.every((depth, index) => index === 0 || depth > (depths[index - 1] ?? 0))) return true;
  return types.length > MAX_NESTED && types.filter((type) => isComputed(type, checker)).length > MAX_NESTED;
}

/** How deep the type parameters of a type are inside each other. */
function depthOf(type: ts.Type, checker: ts.TypeChecker): number {
  const parts = type.isUnionOrIntersection() ? type.types : parametersOf(type, checker);
  return parts.reduce((deepest, part) => Math.max(deepest, 1 + depthOf(part, checker)), 0);
}

/** Whether there may be endlessly many types like this: of those that somebody has written there are not. */
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
