import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { baseTypes, classesOf } from "../typescript/base-types.js";
import { ts } from "../typescript/typescript.js";

/**
 * The declarations of a method in the types that a class implements, in order: the class's own `implements` before
 * those of its bases, as written, and each type before its own bases. Declarations of the platform are left out, since
 * their comments describe the platform's objects.
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
    // For a composed type, such as `Pick<Searcher, "search">`, the members still know where they were declared.
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

/** The types after `implements`, or in JavaScript's `@implements` tags. */
function implementedTypes(node: ts.ClassLikeDeclaration, checker: ts.TypeChecker): ts.Type[] {
  const clauses = (node.heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  const tags = ts.getJSDocImplementsTags(node).map((tag) => tag.class);
  return [...clauses.flatMap(({ types }) => [...types]), ...tags].map((one) => checker.getTypeAtLocation(one));
}
