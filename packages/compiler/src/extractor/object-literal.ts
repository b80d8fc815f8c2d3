import type { Project } from "../project/project.js";
import { resolveAlias } from "../project/symbol-origin.js";
import { bareExpression } from "../schema/bare-expression.js";
import { ts } from "../typescript.js";
import { constInitializer } from "./const-initializer.js";

/** The object literal an expression is, or is a constant of. */
export function objectLiteral(expression: ts.Expression, project: Project): ts.ObjectLiteralExpression | undefined {
  const node = bareExpression(expression);
  if (ts.isObjectLiteralExpression(node)) return node;
  const initializer = constInitializer(resolveAlias(project.checker.getSymbolAtLocation(node), project));
  const value = initializer && bareExpression(initializer);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}
