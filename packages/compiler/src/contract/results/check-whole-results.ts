import type { Project } from "../../project/project.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import type { ResultParts } from "./result-parts.js";
import type { Returned } from "./returned-type.js";

/** Reports results that no client would get as they are: with other properties, or without the data of their schema. */
export function checkWholeResults(
  { head, options }: ExtractedPrimitive,
  { node }: Returned,
  { extended: [extended], structured: [structured], unstructured: [unstructured] }: ResultParts,
  { checker, diagnostics }: Project,
): void {
  if (extended) {
    const { type, property } = extended;
    const message = `${checker.typeToString(type)} has the property ${property}, but a tool result cannot have it, so clients would not get it.`;
    const help = `Write ToolResult<{ ${property}: … }> and set structuredContent. What only programs read may be in _meta.`;
    diagnostics.report("unfit-result", node, message, help);
  }
  if (!unstructured) return;
  const name = checker.typeToString(unstructured);
  if (options.outputSchema !== undefined) {
    const message = `The tool ${head.name} has an outputSchema, but returns ${name}, which has no structuredContent. Clients refuse such a result.`;
    diagnostics.report("unfit-result", node, message, "Return { content, structuredContent }, or remove outputSchema.");
  } else if (structured) {
    const message = `The tool ${head.name} returns ${checker.typeToString(structured)}, but also ${name}, which has no structuredContent. So the tool has no output schema.`;
    const help = "Set structuredContent in each result, or isError: true if the call has failed.";
    diagnostics.report("partly-structured", node, message, help);
  }
}
