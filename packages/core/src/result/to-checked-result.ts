import { isContentBlock, type ToolResult } from "../content.js";
import type { Output, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { describeValue } from "../validation/describe-value.js";
import { isToolResult } from "./is-tool-result.js";
import { toWireResult } from "./protocol-only.js";
import { toCheckedJson } from "./to-checked-json.js";
import { toJson } from "./to-json.js";

/**
 * Whether a value is a whole result rather than data with a list called `content`. Other properties are allowed only
 * beside one that data would not have.
 */
export function isWholeResult(value: unknown): value is ToolResult {
  return (
    isToolResult(value, true) && ("structuredContent" in value || "isError" in value || isToolResult(value, false))
  );
}

/**
 * Refuses a value with structured content that is no whole result, because something is wrong with its content. As data, it
 * would be said to lack all properties.
 *
 * @throws TypeError that says what is wrong
 */
export function refuseBrokenResult(value: unknown): void {
  if (typeof value !== "object" || value === null || !("structuredContent" in value)) return;
  const content: unknown = "content" in value ? value.content : undefined;
  const index = Array.isArray(content) ? content.findIndex((block) => !isContentBlock(block)) : -1;
  const problem = Array.isArray(content)
    ? `content[${index}] must be a content block, not ${describeValue(content[index])}`
    : `content must be an array of content blocks, not ${describeValue(content)}`;
  throw new TypeError(`The method returned a result with structuredContent, but ${problem}.`);
}

/**
 * Checks the structured content of a whole result. Clients refuse a result without it if the tool has an output schema,
 * unless the result is an error.
 *
 * @throws TypeError when it is missing, or does not match the tool's output schema
 */
export function toCheckedResult(value: ToolResult, output: Output, { definition }: Tool): Awaitable<ToolResult> {
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
