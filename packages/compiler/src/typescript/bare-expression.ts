import { ts } from "./typescript.js";

/** An expression without parentheses and type assertions. */
export function bareExpression(expression: ts.Expression): ts.Expression {
  return isWrapper(expression) ? bareExpression(expression.expression) : expression;
}

/** An expression with all parentheses and type assertions around it. */
export function outermostExpression(expression: ts.Expression): ts.Expression {
  return isWrapper(expression.parent) ? outermostExpression(expression.parent) : expression;
}

function isWrapper(node: ts.Node): node is ts.Expression & { readonly expression: ts.Expression } {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node)
  );
}
