import { ts } from "./typescript.js";

/** All classes of a file, at any depth. */
export function classNodes(file: ts.SourceFile): readonly ts.ClassLikeDeclaration[] {
  const known = knownNodes.get(file);
  if (known) return known;
  const found = /\bclass\b/.test(file.text) ? nodesIn(file) : [];
  knownNodes.set(file, found);
  return found;
}

/** Parsed files never change, and an edit leaves most files as they are. */
const knownNodes = new WeakMap<ts.SourceFile, readonly ts.ClassLikeDeclaration[]>();

function nodesIn(node: ts.Node): ts.ClassLikeDeclaration[] {
  const found = ts.isClassLike(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...nodesIn(child));
  });
  return found;
}

/** Whether any class of a file has a decorator of any library on itself or a member. */
export function hasDecorators(file: ts.SourceFile): boolean {
  return classNodes(file).some((node) => {
    const parameters = node.members.flatMap((member) => (ts.isFunctionLike(member) ? [...member.parameters] : []));
    return [node, ...node.members, ...parameters].some(isDecorated);
  });
}

function isDecorated(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node) ?? []).length > 0;
}
