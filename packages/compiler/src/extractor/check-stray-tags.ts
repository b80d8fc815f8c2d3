import type { MethodDoc } from "../docs/doc.js";
import { valueTag } from "../docs/value-tags.js";
import type { Project } from "../project/project.js";
import type { PrimitiveKind } from "./find-decorators.js";

/** Reports each tag of a method's own comment that says something about a value, but stands before every `@param`. */
export function checkStrayTags({ tags }: MethodDoc, kind: PrimitiveKind, { diagnostics }: Project): void {
  for (const { name, node } of tags) {
    if (name === "title") {
      const help = `Give it to the decorator, as the option title of @${kind}.`;
      diagnostics.report("invalid-doc-tag", node, "@title in a method's comment is read by nobody.", help);
    } else if (name === "default" || valueTag(name).constrains !== undefined) {
      diagnostics.report(
        "invalid-doc-tag",
        node,
        `This @${name} belongs to no parameter.`,
        "Write it behind a @param.",
      );
    }
  }
}
