import { type ToolResult, text } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { isToolResult } from "./is-tool-result.js";
import { toWireResult } from "./protocol-only.js";
import { toCheckedJson } from "./to-checked-json.js";
import { toContent } from "./to-content.js";
import { toJson } from "./to-json.js";

/**
 * What the method returned, as a tool result. With an output schema the value is data: it is checked and sent both as
 * `structuredContent` and as text. Without one it is text or content.
 *
 * @throws Error when the value is not what the return type says
 */
export async function toToolResult(value: unknown, tool: Tool): Promise<ToolResult> {
  const { output, result: data, isContent = false, isNothing = false } = tool;
  if (isNothing) return { content: [] };
  const isWhole = isToolResult(value, isContent) && (output === undefined || isContent);
  if (output) return isWhole ? toCheckedResult(value, output) : toStructuredResult(value, output);
  if (data && !isContent) return { content: [text(String((await toCheckedJson(value, data)).json))] };
  const result = isWhole
    ? toWireResult(value)
    : { content: await toContent(value, `result://${tool.definition.name}`, { isContent, data }) };
  // What cannot be serialised has to fail here, where the error is masked, not in the transport, where nobody answers.
  return toJson(result).json as ToolResult;
}

async function toStructuredResult(value: unknown, output: Output): Promise<ToolResult> {
  const { json, text: twin } = await toCheckedJson(value, output);
  return { content: [text(typeof json === "string" ? json : twin)], structuredContent: json };
}

/** A whole result, of which the tool's own schema describes the structured half. */
async function toCheckedResult(value: ToolResult, output: Output): Promise<ToolResult> {
  const result = toJson(toWireResult(value)).json as ToolResult;
  if (value.isError) return result;
  const { json } = await toCheckedJson(value.structuredContent, output);
  return { ...result, structuredContent: json };
}
