import { pathSteps } from "../docs/apply-param-docs.js";
import type { MethodDoc } from "../docs/doc.js";
import { reportLostConstraints } from "../docs/report-lost-constraints.js";
import type { Project } from "../project/project.js";
import { ts } from "../typescript.js";
import { type Parameter, readParameters } from "./parameters.js";

/** Reports each `@param` of a method's own comment that names no parameter, or no property of one. */
export function checkParamDocs(signature: ts.Signature, doc: MethodDoc, project: Project): void {
  const { flat } = readParameters(signature, project);
  const names = signature.getParameters().map(({ name }) => name);
  for (const [index, [path, part]] of [...doc.params].entries()) {
    const { node } = part;
    const [root = "", ...steps] = pathSteps(path);
    // The destructured parameter has no name, so the first one given is its name.
    const isRoot = flat && index === 0 && steps.length === 0;
    if (isRoot || (flat ? isProperty(flat, steps.length > 0 ? steps : [root], project) : isKnown(root, steps)))
      continue;
    const names = known(root, steps);
    const help = names.length > 0 ? `Write one of ${names.join(", ")}.` : "Remove it: the method has no parameters.";
    project.diagnostics.report("unknown-param", node, `There is no parameter ${path}.`, help);
    reportLostConstraints(part, "it belongs to no parameter", help, project.diagnostics);
  }

  /** What could have been meant. */
  function known(root: string, steps: readonly string[]): string[] {
    const parameter = parameterOf(root);
    const type = flat ? flat.type : parameter && project.checker.getTypeOfSymbol(parameter);
    if (!type || (!flat && steps.length === 0)) return names;
    const prefix = steps.length > 0 ? `${root}.` : "";
    const bare = project.checker.getNonNullableType(type);
    return project.checker.getPropertiesOfType(bare).map(({ name }) => `${prefix}${name}`);
  }

  function parameterOf(root: string): ts.Symbol | undefined {
    return signature.getParameters().find(({ name }) => name === root);
  }

  function isKnown(root: string, steps: readonly string[]): boolean {
    const parameter = parameterOf(root);
    return parameter !== undefined && hasPath(project.checker.getTypeOfSymbol(parameter), steps, project);
  }
}

function isProperty({ type }: Parameter, steps: readonly string[], project: Project): boolean {
  return hasPath(type, steps, project);
}

/** Whether a type has, in one of its alternatives, what a path leads to. */
function hasPath(type: ts.Type, [step, ...rest]: readonly string[], project: Project): boolean {
  const { checker } = project;
  if (step === undefined || type.flags & ts.TypeFlags.Any) return true;
  const bare = checker.getNonNullableType(type);
  const members = bare.isUnion() ? bare.types : [bare];
  return members.some((member) => {
    const next = step === "[]" ? member.getNumberIndexType() : propertyType(member, step, project);
    return next !== undefined && hasPath(next, rest, project);
  });
}

function propertyType(type: ts.Type, name: string, { checker }: Project): ts.Type | undefined {
  const property = checker.getPropertyOfType(type, name);
  return property ? checker.getTypeOfSymbol(property) : type.getStringIndexType();
}
