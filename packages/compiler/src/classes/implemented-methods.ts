import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { baseTypes, classesOf } from "../typescript/base-types.js";
import { ts } from "../typescript/typescript.js";

/**
 * Where the types that a class implements declare a method: those of the class itself before those of its bases, each list
 * as it is written, and before each type's own bases. What the platform declares speaks of its own objects.
 */
export function implementedMethods(name: string, type: ts.Type, project: Project): ts.Declaration[] {
  const { checker } = project;
  const found = new Set<ts.Declaration>();
  const seen = new Set<ts.Type>();
  for (const node of classesOf(type, checker)) implementedTypes(node, checker).forEach(visit);
  return [...found];

  function visit(implemented: ts.Type): void {
    if (seen.has(implemented)) return;
    seen.add(implemented);
    // It may be a composed type, such as `Pick<Searcher, "search">`, whose members remember where they come from.
    const method = checker.getPropertyOfType(implemented, name);
    if (platformName(method, project) !== undefined) return;
    for (const declaration of method?.declarations ?? []) {
      found.add(declaration);
      const { parent } = declaration;
      if (ts.isInterfaceDeclaration(parent)) baseTypes(checker.getTypeAtLocation(parent), checker).forEach(visit);
      if (!ts.isClassLike(parent)) continue;
      implementedTypes(parent, checker).forEach(visit);
      baseTypes(checker.getTypeAtLocation(parent), checker).forEach(visit);
    }
  }
}

/** What stands behind `implements`, which in JavaScript is a tag. */
function implementedTypes(node: ts.ClassLikeDeclaration, checker: ts.TypeChecker): ts.Type[] {
  const clauses = (node.heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  const tags = ts.getJSDocImplementsTags(node).map((tag) => tag.class);
  return [...clauses.flatMap(({ types }) => [...types]), ...tags].map((one) => checker.getTypeAtLocation(one));
}
