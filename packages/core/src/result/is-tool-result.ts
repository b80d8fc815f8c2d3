import { type ContentBlock, isContentBlock, type ToolResult } from "../content.js";
import { blockProperties, RESULT_PROPERTIES } from "./protocol-only.js";

/** Whether a value is a whole result: of the protocol's properties only, unless the return type says that it is one. */
export function isToolResult(value: unknown, isDeclared: boolean): value is ToolResult {
  if (typeof value !== "object" || value === null || !("content" in value) || !Array.isArray(value.content))
    return false;
  return value.content.every(isContentBlock) && (isDeclared || hasOnly(value, RESULT_PROPERTIES));
}

/** Whether a value is a content block: with the properties of its kind only, unless the return type says that it is one. */
export function isBlock(value: unknown, isDeclared: boolean): value is ContentBlock {
  return isContentBlock(value) && (isDeclared || hasOnly(value, blockProperties(value.type)));
}

function hasOnly(value: object, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
