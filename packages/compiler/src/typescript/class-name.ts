import { outermostExpression } from "./bare-expression.js";
import { ts } from "./typescript.js";

/** The name of a class in the source: its own, or that of the variable it is assigned to, or else `"default"`. */
export function className(node: ts.ClassLikeDeclaration): string {
  const { parent } = ts.isClassExpression(node) ? outermostExpression(node) : node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  return node.name?.text ?? "default";
}
