import type { ts } from "./typescript.js";

/** Whether a path is in `node_modules`: only a package manager writes it, and the user cannot edit it. */
export function isPackaged(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path);
}

/** Whether a node is in a file of a package, which the user neither wrote nor can edit. */
export function isInPackage(node: ts.Node): boolean {
  return isPackaged(node.getSourceFile().fileName);
}
