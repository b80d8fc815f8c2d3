import { readDoc } from "../docs/read-doc.js";
import { signatureNode } from "../docs/signature-node.js";
import { isInPackage } from "../project/is-in-package.js";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript.js";
import { checkDocTypes } from "./check-doc-types.js";
import { checkParamDocs } from "./check-param-docs.js";
import { checkStrayTags } from "./check-stray-tags.js";
import type { PrimitiveKind } from "./find-decorators.js";
import type { DecoratedMethod } from "./find-methods.js";

/** Checks the comments of a method, and those of the user's own interfaces that it implements. */
export function checkMethodDocs(
  { declarations, implemented, decorator }: DecoratedMethod,
  signature: ts.Signature,
  project: Project,
): void {
  for (const declaration of declarations) {
    if (declaration.parent === declarations[0]?.parent) checkDoc(declaration, signature, decorator.kind, project);
  }
  for (const declaration of implemented) {
    const node = isInPackage(declaration) ? undefined : signatureNode(declaration);
    const documented = node && project.checker.getSignatureFromDeclaration(node);
    if (documented) checkDoc(declaration, documented, decorator.kind, project);
  }
}

function checkDoc(declaration: ts.Declaration, signature: ts.Signature, kind: PrimitiveKind, project: Project): void {
  const doc = readDoc(declaration);
  checkParamDocs(signature, doc, project);
  if (signature.declaration === declaration) checkDocTypes(signature, declaration, project);
  checkStrayTags(doc, kind, project);
}
