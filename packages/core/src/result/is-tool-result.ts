import { type ContentBlock, isContentBlock, type ToolResult } from "../content.js";
import { blockProperties, RESULT_PROPERTIES } from "./protocol-only.js";

/**
 * Whether a value is a whole result. Unless the return type declares one, it may have only the protocol's properties.
 */
export function isToolResult(value: unknown, isDeclared: boolean): value is ToolResult {
  if (typeof value !== "object" || value === null || !("content" in value) || !Array.isArray(value.content))
    return false;
  return value.content.every(isContentBlock) && (isDeclared || hasOnly(value, RESULT_PROPERTIES));
}

/**
 * Whether a value is a content block. Unless the return type declares one, it may have only the properties of its type.
 */
export function isBlock(value: unknown, isDeclared: boolean): value is ContentBlock {
  return isContentBlock(value) && (isDeclared || hasOnly(value, blockProperties(value.type)));
}

function hasOnly(value: object, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
