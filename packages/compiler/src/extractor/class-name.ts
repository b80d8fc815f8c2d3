import { ts } from "../typescript.js";

/** The name a class has in the source: its own, or the variable's it is assigned to. Without either it is `"default"`. */
export function className(node: ts.ClassLikeDeclaration): string {
  if (ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)) return node.parent.name.text;
  return node.name?.text ?? "default";
}
