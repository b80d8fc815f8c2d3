import type { Project } from "../project/project.js";
import { baseTypes } from "../typescript/base-types.js";
import { ts } from "../typescript/typescript.js";
import { type FoundDecorator, findDecorators } from "./find-decorators.js";
import { implementedMethods } from "./implemented-methods.js";

/** A method that is offered to clients. */
export interface DecoratedMethod {
  readonly name: string;
  readonly decorator: FoundDecorator;
  /** The class's own view of the method: a base's type parameters are filled in. */
  readonly symbol: ts.Symbol;
  /** Its declarations, from the class itself up to the furthest base. At least one of them is decorated. */
  readonly declarations: readonly ts.Declaration[];
  /** Its declarations in the interfaces that the class and its bases implement, the nearest first. */
  readonly implemented: readonly ts.Declaration[];
}

/** The decorated methods of a class, inherited ones first, each list in source order. */
export function findMethods(type: ts.Type, project: Project): DecoratedMethod[] {
  const { checker } = project;
  return memberNames(type, checker).flatMap((name) => {
    const symbol = checker.getPropertyOfType(type, name);
    if (!symbol || !isPublicMethod(symbol)) return [];
    const declarations = declarationsOf(name, type, checker);
    // An override without a decorator keeps the decorator of the base.
    const decorator = declarations.flatMap((declaration) => findDecorators(declaration, project))[0];
    if (!decorator) return [];
    return [{ name, decorator, symbol, declarations, implemented: implementedMethods(name, type, project) }];
  });
}

function memberNames(type: ts.Type, checker: ts.TypeChecker): string[] {
  const inherited = baseTypes(type, checker).flatMap((base) => memberNames(base, checker));
  const own = checker.getPropertiesOfType(type).map(({ name }) => name);
  return [...new Set([...inherited, ...own])];
}

function declarationsOf(name: string, type: ts.Type, checker: ts.TypeChecker): ts.Declaration[] {
  const own = checker.getPropertyOfType(type, name)?.declarations ?? [];
  const inherited = baseTypes(type, checker).flatMap((base) => declarationsOf(name, base, checker));
  return [...new Set([...own, ...inherited])];
}

/** Decorators on anything else are reported by {@link checkPlacement}. */
export function isPublicMethod({ flags, declarations = [] }: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (
    (flags & ts.SymbolFlags.Method) !== 0 &&
    declarations.every((declaration) => !(ts.getCombinedModifierFlags(declaration) & hidden))
  );
}
