import type { Project } from "../project/project.js";
import { ts } from "../typescript.js";
import { className } from "./class-name.js";
import { type DecoratedMethod, findMethods } from "./find-methods.js";

/** A class that can be served: concrete, with decorated methods of its own or of a base class. */
export interface FoundClass {
  readonly name: string;
  readonly node: ts.ClassLikeDeclaration;
  readonly symbol: ts.Symbol;
  readonly methods: readonly DecoratedMethod[];
}

/** All classes with decorated methods, entry files first, then in source order. */
export function findClasses(project: Project): FoundClass[] {
  return project.sources.flatMap(classNodes).flatMap((node) => {
    const symbol = classSymbol(node, project);
    if (!symbol) return [];
    const type = project.checker.getDeclaredTypeOfSymbol(symbol);
    if (isTemplate(node, type)) return [];
    const methods = findMethods(type, project);
    return methods.length > 0 ? [{ name: className(node), node, symbol, methods }] : [];
  });
}

/** Every class of a file, however deep. */
export function classNodes(file: ts.SourceFile): readonly ts.ClassLikeDeclaration[] {
  const known = knownNodes.get(file);
  if (known) return known;
  const found = /\bclass\b/.test(file.text) ? nodesIn(file) : [];
  knownNodes.set(file, found);
  return found;
}

/** A parsed file never changes, and most files are the same ones after an edit. */
const knownNodes = new WeakMap<ts.SourceFile, readonly ts.ClassLikeDeclaration[]>();

function nodesIn(node: ts.Node): ts.ClassLikeDeclaration[] {
  const found = ts.isClassLike(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...nodesIn(child));
  });
  return found;
}

/** Whether any class of a file has a decorator on it or in it, ours or another. */
export function hasDecorators(file: ts.SourceFile): boolean {
  return classNodes(file).some((node) => {
    const parameters = node.members.flatMap((member) => (ts.isFunctionLike(member) ? [...member.parameters] : []));
    return [node, ...node.members, ...parameters].some(isDecorated);
  });
}

function isDecorated(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node) ?? []).length > 0;
}

/** The symbol of a class. A mixin's class without a name has none: it is generic, like all mixins. */
export function classSymbol(node: ts.ClassLikeDeclaration, { checker }: Project): ts.Symbol | undefined {
  return node.name ? checker.getSymbolAtLocation(node.name) : checker.getTypeAtLocation(node).symbol;
}

/** Abstract and generic classes are only served as what their subclasses make of them. */
export function isTemplate(node: ts.ClassLikeDeclaration, type: ts.Type): boolean {
  if (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) return true;
  const { typeParameters } = type as ts.InterfaceType;
  return typeParameters !== undefined && typeParameters.length > 0;
}
