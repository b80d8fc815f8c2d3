import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/** An export of an entry file. */
export interface ClassExport {
  /** Absolute path of the entry file. */
  readonly file: string;
  readonly name: string;
  /** The export is the class itself, or a list with it, so serving it means constructing it. */
  readonly isConstructed: boolean;
}

/** A class that an entry file exports: itself, an instance of it, or a server defined with it. */
export interface ExportedClass extends ClassExport {
  readonly symbol: ts.Symbol;
}

/** The classes in the exports of the entry files, each once per export. */
export function exportedClasses(project: Project): ExportedClass[] {
  return project.entries.flatMap((file) => {
    const module = project.checker.getSymbolAtLocation(file);
    const exports = module ? project.checker.getExportsOfModule(module) : [];
    return exports.filter(isValue).flatMap((exported) => {
      const uses = usesOf(resolveAlias(exported, project.checker), project).filter(isClass);
      return [...new Set(uses.map(({ symbol }) => symbol))].map((symbol) => {
        const isConstructed = uses.some((use) => use.symbol === symbol && use.isConstructed);
        return { symbol, file: file.fileName, name: exported.name, isConstructed };
      });
    });
  });
}

/** Where one class is exported. */
export function exportsOf(symbol: ts.Symbol, exported: readonly ExportedClass[]): ClassExport[] {
  return exported.filter((one) => one.symbol === symbol).map(({ symbol: _, ...place }) => place);
}

/** An `export type` has no value to serve. */
function isValue({ declarations = [] }: ts.Symbol): boolean {
  return !declarations.every(ts.isTypeOnlyImportOrExportDeclaration) || declarations.length === 0;
}

function isClass({ symbol }: ClassUse): boolean {
  return (symbol.flags & ts.SymbolFlags.Class) !== 0;
}

/** A class that an export refers to, by itself or by an instance. */
interface ClassUse {
  readonly symbol: ts.Symbol;
  readonly isConstructed: boolean;
}

function usesOf(symbol: ts.Symbol | undefined, project: Project): ClassUse[] {
  if (!symbol) return [];
  const expression = exportedExpression(symbol);
  return [{ symbol, isConstructed: true }, ...(expression ? usesIn(expression, project) : [])];
}

function exportedExpression(symbol: ts.Symbol): ts.Expression | undefined {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return undefined;
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  return ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

function usesInMember(member: ts.ObjectLiteralElementLike, project: Project): ClassUse[] {
  if (ts.isPropertyAssignment(member)) return usesIn(member.initializer, project);
  if (!ts.isShorthandPropertyAssignment(member)) return [];
  const symbol = project.checker.getShorthandAssignmentValueSymbol(member);
  return usesOf(resolveAlias(symbol, project.checker), project);
}

/** The classes in an expression: `A` and `B` in `defineServer([A, new B()])` and in `{ a: A, b: new B() }`. */
function usesIn(expression: ts.Expression, project: Project): ClassUse[] {
  const node = bareExpression(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => usesIn(element, project));
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap((member) => usesInMember(member, project));
  if (ts.isCallExpression(node)) {
    const callee = resolveAlias(project.checker.getSymbolAtLocation(node.expression), project.checker);
    const [target] = node.arguments;
    if (coreName(callee, project) === "defineServer" && target) return usesIn(target, project);
  }
  const type = project.checker.getTypeAtLocation(node);
  return type.symbol ? [{ symbol: type.symbol, isConstructed: type.getConstructSignatures().length > 0 }] : [];
}
