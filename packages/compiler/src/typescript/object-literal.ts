import { bareExpression } from "./bare-expression.js";
import { constInitializer } from "./const-initializer.js";
import { resolveAlias } from "./resolve-alias.js";
import { ts } from "./typescript.js";

/** The object literal that an expression is, or that its constant is set to. */
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
