import type { Project } from "../../project/project.js";
import { platformType } from "../../schema/platform-type.js";
import { ts } from "../../typescript/typescript.js";

/** Why a value of this type cannot be an item of the list for a template with these variables. */
export function instanceProblem(type: ts.Type, variables: readonly string[], project: Project): string | undefined {
  const { checker } = project;
  if (type.flags & ts.TypeFlags.Any) return undefined;
  if (type.isUnion()) return firstOf(type.types, (member) => instanceProblem(member, variables, project));
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return "it does not list objects";
  return firstOf(variables, (name) => {
    const property = checker.getPropertyOfType(type, name);
    const value = property ? checker.getTypeOfSymbol(property) : type.getStringIndexType();
    if (!value) return `its items have no ${name}, which is a variable of the template`;
    return isText(value, project) ? undefined : `the ${name} of its items cannot be converted to text`;
  });
}

function isText(type: ts.Type, project: Project): boolean {
  if (type.isUnion()) return type.types.every((member) => isText(member, project));
  if (type.isIntersection()) return type.types.some((member) => isText(member, project));
  const { Any, StringLike, NumberLike, BigIntLike, BooleanLike, Null, VoidLike } = ts.TypeFlags;
  const isPlain = type.flags & (Any | StringLike | NumberLike | BigIntLike | BooleanLike | Null | VoidLike);
  return isPlain !== 0 || ["Date", "URL"].includes(platformType(type, project) ?? "");
}

function firstOf<T>(values: readonly T[], problemOf: (value: T) => string | undefined): string | undefined {
  return values.map(problemOf).find((problem) => problem !== undefined);
}
