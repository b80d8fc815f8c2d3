import type { ContentBlock, ResourceContents, ToolResult } from "../content.js";

/** The properties that the protocol knows of a tool's result. */
export const RESULT_PROPERTIES: readonly string[] = ["content", "structuredContent", "isError", "_meta"];

/** The properties that the protocol knows of the contents of a resource. */
export const CONTENTS_PROPERTIES: readonly string[] = ["uri", "mimeType", "text", "blob", "_meta"];

/** The properties that the protocol knows of a block of a kind. */
export function blockProperties(type: ContentBlock["type"]): readonly string[] {
  return ["type", "annotations", "_meta", ...BLOCKS[type]];
}

const BLOCKS: Readonly<Record<ContentBlock["type"], readonly string[]>> = {
  text: ["text"],
  image: ["data", "mimeType"],
  audio: ["data", "mimeType"],
  resource_link: ["uri", "name", "title", "description", "mimeType", "size", "icons"],
  resource: ["resource"],
};

/** A result with what the protocol knows, and nothing that its objects happen to hold beside that. */
export function toWireResult(result: ToolResult): ToolResult {
  return { ...pick(result, RESULT_PROPERTIES), content: result.content.map(toWireBlock) };
}

/** A block with what the protocol knows. */
export function toWireBlock(block: ContentBlock): ContentBlock {
  const picked = pick(block, blockProperties(block.type));
  return picked.type === "resource" ? { ...picked, resource: toWireContents(picked.resource) } : picked;
}

/** The contents of a resource with what the protocol knows. */
export function toWireContents(contents: ResourceContents): ResourceContents {
  return pick(contents, CONTENTS_PROPERTIES);
}

function pick<T extends object>(value: T, names: readonly string[]): T {
  const known = names.filter((name) => name in value).map((name) => [name, Reflect.get(value, name)]);
  return Object.fromEntries(known) as T;
}
