import { ts } from "./typescript.js";

/** Every class of a file, however deep. */
export function classNodes(file: ts.SourceFile): readonly ts.ClassLikeDeclaration[] {
  const known = knownNodes.get(file);
  if (known) return known;
  const found = /\bclass\b/.test(file.text) ? nodesIn(file) : [];
  knownNodes.set(file, found);
  return found;
}

/** A parsed file never changes, and most files are the same ones after an edit. */
const knownNodes = new WeakMap<ts.SourceFile, readonly ts.ClassLikeDeclaration[]>();

function nodesIn(node: ts.Node): ts.ClassLikeDeclaration[] {
  const found = ts.isClassLike(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...nodesIn(child));
  });
  return found;
}

/** Whether any class of a file has a decorator on it or in it, ours or another. */
export function hasDecorators(file: ts.SourceFile): boolean {
  return classNodes(file).some((node) => {
    const parameters = node.members.flatMap((member) => (ts.isFunctionLike(member) ? [...member.parameters] : []));
    return [node, ...node.members, ...parameters].some(isDecorated);
  });
}

function isDecorated(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node) ?? []).length > 0;
}
