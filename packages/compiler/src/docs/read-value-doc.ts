import { isInPackage } from "../typescript/is-packaged.js";
import { ts } from "../typescript/typescript.js";
import { type Doc, NO_DOC } from "./doc.js";
import { gistOf } from "./gist-of.js";
import { isInternal } from "./is-internal.js";
import { readDoc } from "./read-doc.js";

/** What the comment of a type, a property or a member says about the value; from a package's comment, only the gist. */
export function readValueDoc(declaration: ts.Node): Doc {
  const doc = readDoc(declaration);
  if (!isInPackage(declaration)) return doc;
  if (isHelperType(declaration) || isInternal(declaration)) return NO_DOC;
  return gistOf(doc, isType(declaration) ? "type" : "value");
}

function isType(declaration: ts.Node): boolean {
  return (
    ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration) || ts.isClassLike(declaration)
  );
}

/** The comment of `PartialDeep<T>` explains what it does to a type. */
function isHelperType(declaration: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(declaration) && declaration.typeParameters !== undefined;
}
