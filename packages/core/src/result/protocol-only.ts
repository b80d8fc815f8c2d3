import type { ContentBlock, ResourceContents, ToolResult } from "../content.js";
import { refuseUnfit } from "./refuse-unfit.js";

/** The protocol's properties of a tool result. */
export const RESULT_PROPERTIES: readonly string[] = ["content", "structuredContent", "isError", "_meta"];

/** The protocol's properties of resource contents. */
export const CONTENTS_PROPERTIES: readonly string[] = ["uri", "mimeType", "text", "blob", "_meta"];

/** The protocol's properties of a content block of this type. */
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

/** Copies a result with the protocol's properties only. @throws TypeError when clients would refuse one of them */
export function toWireResult(result: ToolResult): ToolResult {
  return { ...pick(result, RESULT_PROPERTIES), content: result.content.map(toWireBlock) };
}

/** Copies a block with the protocol's properties only. @throws TypeError when clients would refuse one of them */
export function toWireBlock(block: ContentBlock): ContentBlock {
  const picked = pick(block, blockProperties(block.type));
  return picked.type === "resource" ? { ...picked, resource: toWireContents(picked.resource) } : picked;
}

/** Copies resource contents with the protocol's properties only. @throws TypeError when clients would refuse one of them */
export function toWireContents(contents: ResourceContents): ResourceContents {
  return pick(contents, CONTENTS_PROPERTIES);
}

function pick<T extends object>(value: T, names: readonly string[]): T {
  const known = names.filter((name) => name in value).map((name) => [name, Reflect.get(value, name)] as const);
  for (const [name, member] of known) if (!CHECKED_ELSEWHERE.has(name)) refuseUnfit(name, member);
  return Object.fromEntries(known) as T;
}

/** What tells a result or a block from other values, and all that most of them have. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set([
  ...["content", "structuredContent"],
  ...["type", "text", "uri", "name", "resource"],
]);
