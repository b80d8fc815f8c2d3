import type { DecoratedMethod } from "../../classes/find-methods.js";
import type { MethodDoc, ParamDoc } from "../../docs/doc.js";
import { completeDoc } from "../../docs/doc.js";
import { inheritedDoc } from "../../docs/inherited-doc.js";
import { readDoc } from "../../docs/read-doc.js";
import { ts } from "../../typescript/typescript.js";

/**
 * A method's doc comment. What it leaves out comes from the methods that it overrides, and then from those that it
 * implements.
 */
export function methodDoc({ declarations, implemented }: DecoratedMethod, signature: ts.Signature): MethodDoc {
  const names = signature.getParameters().map(writtenName);
  const all = [...declarations, ...implemented].map((declaration) => {
    const isOwn = declaration.parent === declarations[0]?.parent;
    return isOwn ? readDoc(declaration) : inheritedDoc(declaration, names);
  });
  return all.reduce(complete);
}

function writtenName({ name, valueDeclaration }: ts.Symbol): string | undefined {
  const isDestructured =
    valueDeclaration && ts.isParameter(valueDeclaration) && !ts.isIdentifier(valueDeclaration.name);
  return isDestructured ? undefined : name;
}

function complete(doc: MethodDoc, base: MethodDoc): MethodDoc {
  const params = new Map<string, ParamDoc>(base.params);
  for (const [path, part] of doc.params) {
    const other = params.get(path);
    params.set(path, other ? { ...completeDoc(part, other), node: part.node } : part);
  }
  return { ...completeDoc(doc, base), params, returns: completeDoc(doc.returns, base.returns) };
}
