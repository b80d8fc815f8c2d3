import { outermostExpression } from "./bare-expression.js";
import { ts } from "./typescript.js";

/** The name a class has in the source: its own, or the variable's it is assigned to. Without either it is `"default"`. */
export function className(node: ts.ClassLikeDeclaration): string {
  const { parent } = ts.isClassExpression(node) ? outermostExpression(node) : node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  return node.name?.text ?? "default";
}
