import type { MethodDoc } from "../docs/doc.js";
import { reportLostConstraints } from "../docs/report-lost-constraints.js";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript.js";
import { documentedTypes, documentedTypesNear } from "./documented-types.js";

/** Reports each `@param` of a method's own comment that names no parameter, or no property of one. */
export function checkParamDocs(signature: ts.Signature, doc: MethodDoc, project: Project): void {
  for (const [index, [path, part]] of [...doc.params].entries()) {
    if (documentedTypes(path, index, signature, project).length > 0) continue;
    const names = documentedTypesNear(path, signature, project);
    const help = names.length > 0 ? `Write one of ${names.join(", ")}.` : "Remove it: the method has no parameters.";
    project.diagnostics.report("unknown-param", part.node, `There is no parameter ${path}.`, help);
    reportLostConstraints(part, "it belongs to no parameter", help, project.diagnostics);
  }
}
