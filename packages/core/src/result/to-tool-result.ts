import { type ToolResult, text } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
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
export function toToolResult(value: unknown, tool: Tool): Awaitable<ToolResult> {
  const { output, result: data, isContent = false, isNothing = false } = tool;
  if (isNothing) return { content: [] };
  const isWhole = isToolResult(value, isContent) && (output === undefined || isContent);
  if (output) return isWhole ? toCheckedResult(value, output) : toStructuredResult(value, output);
  if (data && !isContent) {
    return after(toCheckedJson(value, data), ({ json }) => ({ content: [text(String(json))] }));
  }
  const result = isWhole
    ? toWireResult(value)
    : after(toContent(value, `result://${tool.definition.name}`, { isContent, data }), (content) => ({ content }));
  // Serialises here, where an error is masked. In the transport, the request would get no answer.
  return after(result, (whole) => toJson(whole).json as ToolResult);
}

function toStructuredResult(value: unknown, output: Output): Awaitable<ToolResult> {
  return after(toCheckedJson(value, output), ({ json, text: twin }) => ({
    content: [text(typeof json === "string" ? json : twin)],
    structuredContent: json,
  }));
}

/** Checks a whole result whose structured content the tool's schema describes. */
function toCheckedResult(value: ToolResult, output: Output): Awaitable<ToolResult> {
  const result = toJson(toWireResult(value)).json as ToolResult;
  if (value.isError) return result;
  const checked = toCheckedJson(value.structuredContent, output);
  return after(checked, ({ json }) => ({ ...result, structuredContent: json }));
}
