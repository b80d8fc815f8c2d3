import { type ToolResult, text } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { isToolResult } from "./is-tool-result.js";
import { toWireResult } from "./protocol-only.js";
import { toCheckedJson } from "./to-checked-json.js";
import { toContent } from "./to-content.js";
import { toJson } from "./to-json.js";

/**
 * Converts a method's return value to a tool result. With an output schema, the value is data: it is checked and sent
 * as both `structuredContent` and text. Without one, it is text or content.
 *
 * @throws Error when the value does not match the return type
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
  // Serialises here, where an error is masked. In the transport, the request would get no answer.
  return toJson(result).json as ToolResult;
}

async function toStructuredResult(value: unknown, output: Output): Promise<ToolResult> {
  const { json, text: twin } = await toCheckedJson(value, output);
  return { content: [text(typeof json === "string" ? json : twin)], structuredContent: json };
}

/** Checks a whole result whose structured content the tool's schema describes. */
async function toCheckedResult(value: ToolResult, output: Output): Promise<ToolResult> {
  const result = toJson(toWireResult(value)).json as ToolResult;
  if (value.isError) return result;
  const { json } = await toCheckedJson(value.structuredContent, output);
  return { ...result, structuredContent: json };
}
