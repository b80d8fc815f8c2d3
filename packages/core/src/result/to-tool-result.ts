import { type ToolResult, text } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { isToolResult } from "./is-tool-result.js";
import { toWireResult } from "./protocol-only.js";
import { StructuredResult } from "./structured-result.js";
import { toCheckedJson } from "./to-checked-json.js";
import { isWholeResult, refuseBrokenResult, toCheckedResult } from "./to-checked-result.js";
import { toContent } from "./to-content.js";
import { toJson } from "./to-json.js";

/**
 * Converts a method's return value to a tool result. With an output schema, the value is data, or a whole result with
 * data as its `structuredContent`: the data is checked, and sent as both `structuredContent` and text. Without one, it is
 * text or content.
 *
 * @throws Error when the value does not match the return type
 */
export function toToolResult(value: unknown, tool: Tool): Awaitable<ToolResult> {
  const { output, result: data, isContent = false, isNothing = false } = tool;
  if (isNothing) return { content: [] };
  if (output) {
    if (isContent && isWholeResult(value)) return toCheckedResult(value, output, tool);
    if (isContent) refuseBrokenResult(value);
    return toStructuredResult(value, output, tool);
  }
  if (data && !isContent) {
    return after(toCheckedJson(value, data), ({ json }) => ({ content: [text(String(json))] }));
  }
  const result = isToolResult(value, isContent)
    ? toWireResult(value)
    : after(toContent(value, `result://${tool.definition.name}`, { isContent, data }), (content) => ({ content }));
  // Serialises here, where an error is masked. In the transport, the request would get no answer.
  return after(result, (whole) => toJson(whole).json as ToolResult);
}

function toStructuredResult(value: unknown, output: Output, { use }: Tool): Awaitable<ToolResult> {
  return after(toCheckedJson(value, output), ({ json, text: twin }) => {
    if (typeof json === "string") return { content: [text(json)], structuredContent: json };
    // Middleware may change what it gets.
    const isFinal = use === undefined || use.length === 0;
    return isFinal ? new StructuredResult(json, twin) : { content: [text(twin)], structuredContent: json };
  });
}
