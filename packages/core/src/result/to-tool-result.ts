import { type ToolResult, text } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { isToolResult } from "./is-tool-result.js";
import { toWireResult } from "./protocol-only.js";
import { toCheckedJson } from "./to-checked-json.js";
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
    return isContent && isWholeOf(value) ? toCheckedResult(value, output, tool) : toStructuredResult(value, output);
  }
  const isWhole = isToolResult(value, isContent);
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

/**
 * Whether a value is a whole result rather than data with a list called `content`. Other properties are allowed only
 * beside one that data would not have.
 */
function isWholeOf(value: unknown): value is ToolResult {
  return (
    isToolResult(value, true) && ("structuredContent" in value || "isError" in value || isToolResult(value, false))
  );
}

/**
 * Checks the structured content of a whole result. Clients refuse a result without it if the tool has an output schema,
 * unless the result is an error.
 */
function toCheckedResult(value: ToolResult, output: Output, { definition }: Tool): Awaitable<ToolResult> {
  const { structuredContent, ...rest } = toWireResult(value);
  const result = toJson(rest).json as ToolResult;
  if (structuredContent === undefined) {
    if (value.isError) return result;
    throw new TypeError(
      `The method returned a result without structuredContent, but the tool ${definition.name} has an output schema. ` +
        "Set structuredContent, or isError: true if the call has failed.",
    );
  }
  return after(toCheckedJson(structuredContent, output), ({ json }) => ({ ...result, structuredContent: json }));
}
