import { ts } from "../typescript.js";

/** An expression without parentheses and type assertions. */
export function bareExpression(expression: ts.Expression): ts.Expression {
  const isWrapper =
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isTypeAssertionExpression(expression) ||
    ts.isNonNullExpression(expression);
  return isWrapper ? bareExpression(expression.expression) : expression;
}
