import type { MethodDoc } from "../docs/doc.js";
import { reportLostConstraints } from "../docs/report-lost-constraints.js";
import type { Project } from "../project/project.js";
import type { PrimitiveKind } from "./find-decorators.js";

/** Reports each tag of a method's own comment that says something about a value, but stands before every `@param`. */
export function checkStrayTags(doc: MethodDoc, kind: PrimitiveKind, { diagnostics }: Project): void {
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
