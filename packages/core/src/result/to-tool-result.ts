import type { RegisteredTool } from "../registry/registry.js";
import { formatIssues } from "../validation/format-issues.js";
import { isContentBlock, type ToolResult, text } from "./content.js";
import { toContent } from "./to-content.js";
import { toJson } from "./to-json.js";

/**
 * What the method returned, as a tool result. With an output schema the value is data: it is checked and sent both as
 * `structuredContent` and as text. Without one it is content.
 *
 * @param onOmitted Is told the path of each property that no type declares, the first time it is left out
 * @throws Error when the value is not what the output schema says
 */
export async function toToolResult(
  value: unknown,
  tool: RegisteredTool,
  onOmitted?: (path: string) => void,
): Promise<ToolResult> {
  if (tool.output) return toStructuredResult(tool.output, value, onOmitted);
  const result = isToolResult(value) ? value : { content: await toContent(value, `result://${tool.definition.name}`) };
  // What cannot be serialised has to fail here, where the error is masked, not in the transport, where nobody answers.
  return toJson(result).json as ToolResult;
}

async function toStructuredResult(
  { encode, validate }: NonNullable<RegisteredTool["output"]>,
  value: unknown,
  onOmitted?: (path: string) => void,
): Promise<ToolResult> {
  const json = encode(value, onOmitted);
  const issues = await validate(json);
  if (issues.length > 0) {
    throw new TypeError(`The returned value is not what the return type says:\n${formatIssues(issues, "result")}`);
  }
  return { content: [text(typeof json === "string" ? json : JSON.stringify(json))], structuredContent: json };
}

function isToolResult(value: unknown): value is ToolResult {
  if (typeof value !== "object" || value === null || !("content" in value)) return false;
  return Array.isArray(value.content) && value.content.every(isContentBlock);
}
