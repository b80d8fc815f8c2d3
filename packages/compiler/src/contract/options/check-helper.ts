import type { FoundClass } from "../../classes/find-classes.js";
import type { Project } from "../../project/project.js";
import { ts } from "../../typescript/typescript.js";
import type { HelperKind } from "./helper-kinds.js";

/** Reports a method that an option names, if it does not exist or cannot be called the way the option needs. */
export function checkHelper(name: string, kind: HelperKind, found: FoundClass, node: ts.Node, project: Project): void {
  const problem = problemOf(name, kind, found, project);
  if (problem === undefined) return;
  const others = problem === missing(name) ? fittingMethods(kind, found, project) : [];
  const known = others.length > 0 ? `Use ${others.join(", ")}, or write` : "Write";
  project.diagnostics.report("unfit-method", node, problem, `${known} ${kind.expected(name)}.`);
}

/** The methods that the user may have meant. */
function fittingMethods(kind: HelperKind, found: FoundClass, project: Project): string[] {
  const type = project.checker.getDeclaredTypeOfSymbol(found.symbol);
  const decorated = found.methods.map(({ name }) => name);
  const names = project.checker.getPropertiesOfType(type).map(({ name }) => name);
  return names.filter((name) => !decorated.includes(name) && problemOf(name, kind, found, project) === undefined);
}

function problemOf(name: string, kind: HelperKind, found: FoundClass, project: Project): string | undefined {
  const { checker } = project;
  const property = checker.getPropertyOfType(checker.getDeclaredTypeOfSymbol(found.symbol), name);
  if (!property) return absence(name, found);
  const signatures = checker.getNonNullableType(checker.getTypeOfSymbol(property)).getCallSignatures();
  if (signatures.length === 0) return `${name} is not a method.`;
  const problems = signatures.map((signature) => kind.problemOf(signature, project));
  return problems.includes(undefined) ? undefined : `${name} cannot be used here: ${problems[0]}.`;
}

function absence(name: string, { node, symbol }: FoundClass): string {
  if (symbol.exports?.has(ts.escapeLeadingUnderscores(name)))
    return `${name} is static, but must be a method of the instance.`;
  const isHidden = node.members.some((member) => member.name?.getText() === `#${name.replace(/^#/, "")}`);
  return isHidden ? `#${name.replace(/^#/, "")} is private, so it cannot be called by name.` : missing(name);
}

function missing(name: string): string {
  return `The class has no method ${name}.`;
}
