import { ts } from "./typescript.js";

/** The expressions that a function returns or a generator yields. The body of an arrow function may be one. */
export function returnedExpressions(declaration: ts.SignatureDeclaration, of: "return" | "yield"): ts.Expression[] {
  const { body } = declaration as ts.FunctionLikeDeclaration;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const isWanted = of === "return" ? ts.isReturnStatement : ts.isYieldExpression;
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (isWanted(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
