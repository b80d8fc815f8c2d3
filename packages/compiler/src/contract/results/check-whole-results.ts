import type { Project } from "../../project/project.js";
import { iterableKind } from "../../schema/iterable-kind.js";
import type { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import type { ResultParts } from "./result-parts.js";
import type { Returned } from "./returned-type.js";
import { toolParts } from "./tool-parts.js";

/** Reports results that no client would get as they are: with other properties, or without the data of their schema. */
export function checkWholeResults(
  { head, options }: ExtractedPrimitive,
  { node, yielded }: Returned,
  { extended: [extended], listed: [list], structured, unstructured }: ResultParts,
  project: Project,
): void {
  const { checker, diagnostics } = project;
  if (list) {
    const message = `The tool ${head.name} returns ${checker.typeToString(list)}, but a call has one result, so clients would get the results as JSON.`;
    diagnostics.report("unfit-result", node, message, iterableKind(list, project) ? FROM_GENERATOR : FROM_LIST);
  }
  if (yielded && isContent(yielded, project)) {
    const message = `The tool ${head.name} yields ${checker.typeToString(yielded)}, but also returns a result. So what it yields is only progress, and clients would not get it.`;
    diagnostics.report("unfit-result", node, message, "Return all content as one result, and yield numbers or texts.");
  }
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

const AS_DATA = 'If they are data, write @tool({ output: "structured" }).';
const FROM_LIST = `Return one result with the content of all: { content: results.flatMap(({ content }) => content) }. ${AS_DATA}`;
const FROM_GENERATOR = `Yield content blocks, or return one result at the end: what is yielded before is progress. ${AS_DATA}`;

/** Bytes count as content, but they are nothing that a method would yield as progress either. */
function isContent(type: ts.Type, project: Project): boolean {
  return toolParts(type, project).isContent;
}
