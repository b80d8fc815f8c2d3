import { type Doc, isSilent, NO_DOC } from "../docs/doc.js";
import { readValueDoc } from "../docs/read-value-doc.js";
import type { Project } from "../project/project.js";
import { ts } from "../typescript/typescript.js";

/** The doc comment of a property: its own, or else that of the property that it overrides or implements. */
export function propertyDoc({ name, declarations = [] }: ts.Symbol, project: Project): Doc {
  const own = declarations.map(readValueDoc).find((doc) => !isSilent(doc));
  if (own) return own;
  for (const base of declarations.flatMap(({ parent }) => baseTypes(parent, project))) {
    const property = project.checker.getPropertyOfType(base, name);
    const inherited = property && !property.declarations?.some((one) => declarations.includes(one));
    const doc = inherited ? propertyDoc(property, project) : NO_DOC;
    if (!isSilent(doc)) return doc;
  }
  return NO_DOC;
}

function baseTypes(node: ts.Node, { checker }: Project): ts.Type[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassLike(node)) return [];
  return (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => checker.getTypeAtLocation(type)));
}
