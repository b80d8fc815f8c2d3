import type { Project } from "../project/project.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { literalValue } from "../typescript/literal-value.js";
import { membersOf } from "../typescript/members-of.js";
import { ts } from "../typescript/typescript.js";

/** The members of an inferred union that come from an expression, in the order of its branches. */
export function sourceMembers(source: ts.Expression, types: readonly ts.Type[], project: Project): ts.Type[] {
  return branches(source).flatMap((branch) => {
    return membersOf(project.checker.getTypeAtLocation(branch)).flatMap(
      (part) => types.find((type) => isSame(type, part)) ?? [],
    );
  });
}

/** The expressions that a value may come from: both in `a ? b : c`, in `a ?? b` and in similar expressions. */
function branches(source: ts.Expression): ts.Expression[] {
  const node = bareExpression(source);
  if (ts.isConditionalExpression(node)) return [...branches(node.whenTrue), ...branches(node.whenFalse)];
  if (ts.isBinaryExpression(node) && ALTERNATIVES.has(node.operatorToken.getText())) {
    return [...branches(node.left), ...branches(node.right)];
  }
  return [source];
}

const ALTERNATIVES: ReadonlySet<string> = new Set(["||", "??"]);

/** A literal in an expression and in the inferred type are two type objects with the same value. */
function isSame(type: ts.Type, part: ts.Type): boolean {
  const value = literalValue(part);
  return type === part || (value !== undefined && value === literalValue(type));
}
