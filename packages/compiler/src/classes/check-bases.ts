import type { Project } from "../project/project.js";
import { baseTypes } from "../typescript/base-types.js";
import { classNodes } from "../typescript/class-nodes.js";
import { ts } from "../typescript/typescript.js";
import { classSymbol } from "./find-classes.js";
import { findDecorators } from "./find-decorators.js";
import { isPublicMethod } from "./find-methods.js";

/**
 * Warns about classes that extend a compiled class of a package that uses `@plainmcp/core`: its declaration files do
 * not show which methods are decorated. There is no warning if the subclass overrides any of them with a decorator,
 * because its author already knows.
 */
export function checkBases(project: Project): void {
  for (const node of project.sources.flatMap(classNodes)) {
    const symbol = classSymbol(node, project);
    const base = symbol && compiledBase(project.checker.getDeclaredTypeOfSymbol(symbol), project);
    if (base === undefined || overridesAny(node, base, project)) continue;
    const name = base.symbol.name;
    const method = publicMethods(base, project)[0]?.name ?? "method";
    project.diagnostics.report(
      "compiled-base",
      node.heritageClauses?.[0] ?? node,
      `${name} was compiled: its declarations do not show which of its methods are decorated, so none of them are offered.`,
      `Override the decorated ones: @tool ${method}(…) { return super.${method}(…); }, or export the source of ${name}.`,
    );
  }
}

/** The base class that exists only as declarations, if its package uses `@plainmcp/core` and it has methods. */
function compiledBase(type: ts.Type, project: Project): ts.Type | undefined {
  return baseTypes(type, project.checker).find((base) => {
    const file = base.symbol?.declarations?.find(ts.isClassLike)?.getSourceFile();
    const isOurs = file?.isDeclarationFile && project.packages.packageOf(file.fileName)?.usesCore;
    return isOurs && publicMethods(base, project).length > 0;
  });
}

function overridesAny(node: ts.ClassLikeDeclaration, base: ts.Type, project: Project): boolean {
  const names = new Set(publicMethods(base, project).map(({ name }) => name));
  return node.members.some((member) => {
    return names.has(member.name?.getText() ?? "") && findDecorators(member, project).length > 0;
  });
}

function publicMethods(type: ts.Type, { checker }: Project): ts.Symbol[] {
  return checker.getPropertiesOfType(type).filter(isPublicMethod);
}
