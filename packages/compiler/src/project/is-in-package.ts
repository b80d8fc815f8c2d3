import type { ts } from "../typescript.js";
import { isPackaged } from "./is-packaged.js";

/** Whether a node stands in a file of a package: the user neither wrote it nor can change it. */
export function isInPackage(node: ts.Node): boolean {
  return isPackaged(node.getSourceFile().fileName);
}
