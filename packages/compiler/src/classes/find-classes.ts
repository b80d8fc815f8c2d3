import type { Project } from "../project/project.js";
import { className } from "../typescript/class-name.js";
import { classNodes } from "../typescript/class-nodes.js";
import { ts } from "../typescript/typescript.js";
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

/** The symbol of a class. The unnamed class of a mixin has no symbol; it is generic, like all mixins. */
export function classSymbol(node: ts.ClassLikeDeclaration, { checker }: Project): ts.Symbol | undefined {
  return node.name ? checker.getSymbolAtLocation(node.name) : checker.getTypeAtLocation(node).symbol;
}

/** Abstract and generic classes cannot be served; their subclasses can. */
export function isTemplate(node: ts.ClassLikeDeclaration, type: ts.Type): boolean {
  if (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) return true;
  const { typeParameters } = type as ts.InterfaceType;
  return typeParameters !== undefined && typeParameters.length > 0;
}
