import type { PrimitiveKind } from "../../classes/find-decorators.js";
import type { DecoratedMethod } from "../../classes/find-methods.js";
import type { MethodDoc } from "../../docs/doc.js";
import { readDoc } from "../../docs/read-doc.js";
import { reportLostConstraints } from "../../docs/report-lost-constraints.js";
import type { Project } from "../../project/project.js";
import { isInPackage } from "../../typescript/is-packaged.js";
import { signatureNode } from "../../typescript/signature-node.js";
import type { ts } from "../../typescript/typescript.js";
import { checkDocTypes } from "./check-doc-types.js";
import { documentedTypes, documentedTypesNear } from "./documented-types.js";

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

/** Reports each `@param` in a method's own comment that names neither a parameter nor a property of one. */
function checkParamDocs(signature: ts.Signature, doc: MethodDoc, project: Project): void {
  for (const [index, [path, part]] of [...doc.params].entries()) {
    if (documentedTypes(path, index, signature, project).length > 0) continue;
    const names = documentedTypesNear(path, signature, project);
    const help = names.length > 0 ? `Write one of ${names.join(", ")}.` : "Remove it: the method has no parameters.";
    project.diagnostics.report("unknown-param", part.node, `There is no parameter ${path}.`, help);
    reportLostConstraints(part, "it belongs to no parameter", help, project.diagnostics);
  }
}

/** Reports each tag in a method's own comment that describes a value, but comes before the first `@param`. */
function checkStrayTags(doc: MethodDoc, kind: PrimitiveKind, { diagnostics }: Project): void {
  reportLostConstraints(doc, "it belongs to no parameter", BEHIND, diagnostics);
  for (const { name, node } of doc.tags) {
    if (name === "title") {
      const help = `Write it as an option of the decorator: @${kind === "resource" ? 'resource(uri, { title: "…" })' : `${kind}({ title: "…" })`}.`;
      diagnostics.report("invalid-doc-tag", node, "@title has no effect in the comment of a method.", help);
    } else if (name === "default") {
      diagnostics.report("invalid-doc-tag", node, "This @default belongs to no parameter.", BEHIND);
    }
  }
}

const BEHIND = "Write it after the @param that it belongs to.";
