import type { Project } from "../project/project.js";
import { coreName, resolveAlias } from "../project/symbol-origin.js";
import { bareExpression } from "../schema/bare-expression.js";
import { ts } from "../typescript.js";

/** An export of an entry file. */
export interface ClassExport {
  /** Absolute path of the entry file. */
  readonly file: string;
  readonly name: string;
  /** It is the class itself, alone or among others, so that whoever serves it has to construct it. */
  readonly isConstructed: boolean;
}

/** The exports of the entry files that are a class, an instance of it, or a server defined with it. */
export function classExports(symbol: ts.Symbol, project: Project): ClassExport[] {
  return project.entries.flatMap((file) => {
    const module = project.checker.getSymbolAtLocation(file);
    if (!module) return [];
    return project.checker.getExportsOfModule(module).flatMap((exported) => {
      const uses = usesOf(resolveAlias(exported, project), project).filter((use) => use.symbol === symbol);
      const isConstructed = uses.some((use) => use.isConstructed);
      return uses.length > 0 ? [{ file: file.fileName, name: exported.name, isConstructed }] : [];
    });
  });
}

/** A class in an export: the class itself, or else an instance. */
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

/** The classes an expression stands for: of `defineServer([A, new B()])` both. */
function usesIn(expression: ts.Expression, project: Project): ClassUse[] {
  const node = bareExpression(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => usesIn(element, project));
  if (ts.isCallExpression(node)) {
    const callee = resolveAlias(project.checker.getSymbolAtLocation(node.expression), project);
    const [target] = node.arguments;
    if (coreName(callee, project) === "defineServer" && target) return usesIn(target, project);
  }
  const type = project.checker.getTypeAtLocation(node);
  return type.symbol ? [{ symbol: type.symbol, isConstructed: type.getConstructSignatures().length > 0 }] : [];
}
