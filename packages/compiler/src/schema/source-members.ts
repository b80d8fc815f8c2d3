import type { Project } from "../project/project.js";
import { ts } from "../typescript.js";
import { bareExpression } from "./bare-expression.js";
import { literalValue } from "./convert-literal.js";

/** The members of an inferred union that an expression brings in, in the order of its branches. */
export function sourceMembers(source: ts.Expression, types: readonly ts.Type[], project: Project): ts.Type[] {
  return branches(source).flatMap((branch) => {
    const found = project.checker.getTypeAtLocation(branch);
    const parts = found.isUnion() ? found.types : [found];
    return parts.flatMap((part) => types.find((type) => isSame(type, part)) ?? []);
  });
}

/** The expressions that a value may come from: the two of `a ? b : c`, `a ?? b` and their kin. */
function branches(source: ts.Expression): ts.Expression[] {
  const node = bareExpression(source);
  if (ts.isConditionalExpression(node)) return [...branches(node.whenTrue), ...branches(node.whenFalse)];
  if (ts.isBinaryExpression(node) && ALTERNATIVES.has(node.operatorToken.getText())) {
    return [...branches(node.left), ...branches(node.right)];
  }
  return [source];
}

const ALTERNATIVES: ReadonlySet<string> = new Set(["||", "??"]);

/** The literal in an expression and the one in the inferred type are two types of one value. */
function isSame(type: ts.Type, part: ts.Type): boolean {
  const value = literalValue(part);
  return type === part || (value !== undefined && value === literalValue(type));
}

/** What the body of a function returns, of an arrow function it may be all of it; or what a generator yields. */
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
