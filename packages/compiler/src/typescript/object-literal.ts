import { bareExpression } from "./bare-expression.js";
import { constInitializer } from "./const-initializer.js";
import { resolveAlias } from "./resolve-alias.js";
import { ts } from "./typescript.js";

/** The object literal an expression is, or is a constant of. */
export function objectLiteral(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): ts.ObjectLiteralExpression | undefined {
  const node = bareExpression(expression);
  if (ts.isObjectLiteralExpression(node)) return node;
  const initializer = constInitializer(resolveAlias(checker.getSymbolAtLocation(node), checker));
  const value = initializer && bareExpression(initializer);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}
