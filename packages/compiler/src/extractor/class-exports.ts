import type { Project } from "../project/project.js";
import { coreName, resolveAlias } from "../project/symbol-origin.js";
import { bareExpression } from "../schema/bare-expression.js";
import { ts } from "../typescript.js";

/** An export of an entry file. */
export interface ClassExport {
  /** Absolute path of the entry file. */
  readonly file: string;
  readonly name: string;
}

/** The exports of the entry files that are a class, an instance of it, or a server defined with it. */
export function classExports(symbol: ts.Symbol, project: Project): ClassExport[] {
  return project.entries.flatMap((file) => {
    const module = project.checker.getSymbolAtLocation(file);
    if (!module) return [];
    return project.checker
      .getExportsOfModule(module)
      .filter((exported) => classesOf(resolveAlias(exported, project), project).includes(symbol))
      .map(({ name }) => ({ file: file.fileName, name }));
  });
}

function classesOf(symbol: ts.Symbol | undefined, project: Project): ts.Symbol[] {
  if (!symbol) return [];
  const expression = exportedExpression(symbol);
  return [symbol, ...(expression ? classesIn(expression, project) : [])];
}

function exportedExpression(symbol: ts.Symbol): ts.Expression | undefined {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return undefined;
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  return ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

/** The classes an expression stands for: of `defineServer([A, new B()])` both. */
function classesIn(expression: ts.Expression, project: Project): ts.Symbol[] {
  const node = bareExpression(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => classesIn(element, project));
  if (ts.isCallExpression(node)) {
    const callee = resolveAlias(project.checker.getSymbolAtLocation(node.expression), project);
    const [target] = node.arguments;
    if (coreName(callee, project) === "defineServer" && target) return classesIn(target, project);
  }
  const { symbol } = project.checker.getTypeAtLocation(node);
  return symbol ? [symbol] : [];
}
