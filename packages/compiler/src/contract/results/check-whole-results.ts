import type { Project } from "../../project/project.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import type { ResultParts } from "./result-parts.js";
import type { Returned } from "./returned-type.js";

/** Reports results that no client would get as they are: with other properties, or without the data of their schema. */
export function checkWholeResults(
  { head, options }: ExtractedPrimitive,
  { node }: Returned,
  { extended: [extended], structured, unstructured }: ResultParts,
  { checker, diagnostics }: Project,
): void {
  if (extended) {
    const { type, property } = extended;
    const message = `${checker.typeToString(type)} has the property ${property}, but a tool result cannot have it, so clients would not get it.`;
    const help = `Write ToolResult<{ ${property}: … }> and set structuredContent. What only programs read may be in _meta.`;
    diagnostics.report("unfit-result", node, message, help);
  }
  const never = unstructured.find((type) => !structured.includes(type));
  const lacking = never ?? unstructured[0];
  if (never && options.outputSchema !== undefined) {
    const message = `The tool ${head.name} has an outputSchema, but returns ${checker.typeToString(never)}, which has no structuredContent. Clients refuse such a result.`;
    diagnostics.report("unfit-result", node, message, "Return { content, structuredContent }, or remove outputSchema.");
  } else if (lacking && structured.length > 0 && options.outputSchema === undefined) {
    const what = lacking === never ? "which has no structuredContent" : "whose structuredContent may be undefined";
    const message = `The tool ${head.name} may return ${checker.typeToString(lacking)}, ${what}. So the tool has no output schema, although other results have data.`;
    const help = "Set structuredContent in each result, or isError: true if the call has failed.";
    diagnostics.report("partly-structured", node, message, help);
  }
}
