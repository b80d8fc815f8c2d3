import { classSymbol } from "../classes/find-classes.js";
import { findDecorators } from "../classes/find-decorators.js";
import { findMethods } from "../classes/find-methods.js";
import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { ts } from "../typescript/typescript.js";

/** One `ctx.elicit<T>(message, options?)` in the user's sources. */
export interface ElicitCall {
  readonly node: ts.CallExpression;
  /** The classes with decorated methods around it; empty for code that any class may call. */
  readonly owners: readonly ts.ClassLikeDeclaration[];
}

/** All calls of the context's `elicit`, sorted by file and position, under whatever name they call it. */
export function findElicitCalls(project: Project): ElicitCall[] {
  return project.sources
    .filter(({ text }) => text.includes("elicit"))
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .flatMap((file) => callsIn(file, project))
    .map((node) => ({ node, owners: ownersOf(node, project) }));
}

function callsIn(node: ts.Node, project: Project): ts.CallExpression[] {
  const found = ts.isCallExpression(node) && isElicit(node, project) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...callsIn(child, project));
  });
  return found;
}

function isElicit(node: ts.CallExpression, project: Project): boolean {
  const declaration = project.checker.getResolvedSignature(node)?.declaration;
  if (!declaration || !ts.isMethodSignature(declaration) || declaration.name.getText() !== "elicit") return false;
  const { parent } = declaration;
  if (!ts.isInterfaceDeclaration(parent)) return false;
  return coreName(project.checker.getSymbolAtLocation(parent.name), project) === "Context";
}

function ownersOf(node: ts.Node, project: Project): ts.ClassLikeDeclaration[] {
  const { parent } = node;
  if (ts.isSourceFile(parent)) return [];
  const outer = ownersOf(parent, project);
  return ts.isClassLike(parent) && isDecorated(parent, project) ? [parent, ...outer] : outer;
}

function isDecorated(node: ts.ClassLikeDeclaration, project: Project): boolean {
  // The class in a mixin may have no symbol.
  if (node.members.some((member) => findDecorators(member, project).length > 0)) return true;
  const symbol = classSymbol(node, project);
  return symbol !== undefined && findMethods(project.checker.getDeclaredTypeOfSymbol(symbol), project).length > 0;
}
