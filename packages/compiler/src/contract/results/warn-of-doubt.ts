import type { PrimitiveKind } from "../../classes/find-decorators.js";
import type { Project } from "../../project/project.js";
import type { ResultParts } from "./result-parts.js";
import type { Returned } from "./returned-type.js";

/** Warns that a result that looks like content of the protocol is sent as data. */
export function warnOfDoubt(
  kind: Exclude<PrimitiveKind, "prompt">,
  { doubtful: [type] }: ResultParts,
  { node }: Returned,
  { checker, diagnostics }: Project,
): void {
  if (!type) return;
  const message = `${checker.typeToString(type)} looks like ${LOOKS[kind]}, but does not match it exactly. It is sent as data.`;
  diagnostics.report("doubtful-result", node, message, HELP[kind]);
}

const LOOKS = { tool: "content", resource: "contents of a resource" };

const HELP = {
  tool: 'If it is content, declare that the method returns ContentBlock[] or ToolResult. If it is data, write @tool({ output: "structured" }).',
  resource:
    "If it is, give each item only uri, text or blob, mimeType and _meta. If it is data, rename its property contents.",
};
