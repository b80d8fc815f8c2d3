import type { ts } from "./typescript.js";

/** Whether a path lies in `node_modules`: only a package manager writes it, and the user cannot change it. */
export function isPackaged(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path);
}

/** Whether a node stands in a file of a package: the user neither wrote it nor can change it. */
export function isInPackage(node: ts.Node): boolean {
  return isPackaged(node.getSourceFile().fileName);
}
