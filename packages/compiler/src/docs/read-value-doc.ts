import { isInPackage } from "../project/is-in-package.js";
import { ts } from "../typescript.js";
import { type Doc, NO_DOC } from "./doc.js";
import { docComment, tagsOf } from "./doc-comment.js";
import { readDoc } from "./read-doc.js";
import { summaryOf } from "./summary-of.js";

/** What the comment of a type, a property or a member says about the value; of a package's comment only the gist. */
export function readValueDoc(declaration: ts.Node): Doc {
  const doc = readDoc(declaration);
  if (!isInPackage(declaration)) return doc;
  if (isHelperType(declaration) || isInternal(declaration)) return NO_DOC;
  return {
    description: summaryOf(doc.description, isType(declaration) ? "type" : "value"),
    tags: doc.tags.map((tag) => ({
      ...tag,
      ...(tag.name === "deprecated" && { text: summaryOf(tag.text, "value") }),
      foreign: true,
    })),
  };
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

function isInternal(declaration: ts.Node): boolean {
  return tagsOf(docComment(declaration)).some(({ tagName }) => INTERNAL.has(tagName.text));
}

const INTERNAL: ReadonlySet<string> = new Set(["internal", "private", "hidden", "ignore"]);
