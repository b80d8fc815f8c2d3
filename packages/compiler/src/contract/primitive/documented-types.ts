import { pathSteps } from "../../docs/apply-param-docs.js";
import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import { readParameters } from "./parameters.js";

/**
 * The types that a `@param` is about, one for each alternative of a union that has it; empty if there is no such
 * parameter or property.
 *
 * @param path Such as `"order.lines[].count"`
 * @param index The number of `@param` tags before this one
 */
export function documentedTypes(path: string, index: number, signature: ts.Signature, project: Project): ts.Type[] {
  const { flat } = readParameters(signature, project);
  const [root = "", ...steps] = pathSteps(path);
  if (!flat) {
    const parameter = parameterOf(signature, root);
    return parameter ? typesAt(project.checker.getTypeOfSymbol(parameter), steps, project) : [];
  }
  // A destructured parameter has no name, so any name in the first `@param` refers to it.
  if (index === 0 && steps.length === 0 && typesAt(flat.type, [root], project).length === 0) return [flat.type];
  return typesAt(flat.type, steps.length > 0 ? steps : [root], project);
}

/** The paths that a wrong path may have meant. */
export function documentedTypesNear(path: string, signature: ts.Signature, project: Project): string[] {
  const { checker } = project;
  const { flat } = readParameters(signature, project);
  const [root = "", ...steps] = pathSteps(path);
  const parameter = parameterOf(signature, root);
  const type = flat ? flat.type : parameter && checker.getTypeOfSymbol(parameter);
  if (!type || (!flat && steps.length === 0)) return signature.getParameters().map(({ name }) => name);
  const prefix = steps.length > 0 ? `${root}.` : "";
  return checker.getPropertiesOfType(checker.getNonNullableType(type)).map(({ name }) => `${prefix}${name}`);
}

function parameterOf(signature: ts.Signature, name: string): ts.Symbol | undefined {
  return signature.getParameters().find((parameter) => parameter.name === name);
}

function typesAt(type: ts.Type, [step, ...rest]: readonly string[], project: Project): ts.Type[] {
  if (step === undefined || type.flags & ts.TypeFlags.Any) return [type];
  return membersOf(project.checker.getNonNullableType(type)).flatMap((member) => {
    const next = step === "[]" ? member.getNumberIndexType() : propertyType(member, step, project);
    if (!next) return hasTypeParameter(member) ? [member] : [];
    return typesAt(next, rest, project);
  });
}

/** The type argument of a class's type parameter may have any property. */
function hasTypeParameter(type: ts.Type): boolean {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some(({ flags }) => flags & ts.TypeFlags.TypeParameter);
}

function propertyType(type: ts.Type, name: string, { checker }: Project): ts.Type | undefined {
  const property = checker.getPropertyOfType(type, name);
  return property ? checker.getTypeOfSymbol(property) : type.getStringIndexType();
}
