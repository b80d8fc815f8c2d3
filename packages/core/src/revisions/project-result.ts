import type { ContentBlock } from "../content.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { projectContent, withAnnotations } from "./project-content.js";
import { withoutNewer } from "./without-newer.js";
import { wrapOutputSchema } from "./wrap-output-schema.js";

/** Converts the result of a request to a legacy revision. */
export function projectResult(method: string | undefined, result: object, revision: string): Fields {
  const projected = withoutNewer("result", result, revision);
  const project = PROJECTIONS[method ?? ""];
  return project === undefined ? projected : project(projected, revision);
}

type Fields = Readonly<Record<string, unknown>>;
type Projection = (result: Fields, revision: string) => Fields;

const PROJECTIONS: Readonly<Record<string, Projection>> = {
  initialize: (result, revision) => ({
    ...result,
    serverInfo: withoutNewer("implementation", result.serverInfo, revision),
    capabilities: withoutNewer("capabilities", result.capabilities, revision),
  }),
  "tools/list": listOf("tools", projectTool),
  "prompts/list": listOf("prompts", projectPrompt),
  "resources/list": listOf("resources", projectResource),
  "resources/templates/list": listOf("resourceTemplates", projectResource),
  "resources/read": listOf("contents", (contents, revision) => withoutNewer("resourceContents", contents, revision)),
  "prompts/get": listOf("messages", (message, revision) => ({
    ...message,
    content: projectContent(message.content as ContentBlock, revision),
  })),
  "tools/call": projectToolResult,
};

function listOf(field: string, project: (member: Fields, revision: string) => Fields): Projection {
  return (result, revision) => ({
    ...result,
    [field]: (result[field] as Fields[]).map((member) => project(member, revision)),
  });
}

function projectTool(tool: Fields, revision: string): Fields {
  const projected = withoutNewer("tool", tool, revision);
  if (projected.outputSchema === undefined) return projected;
  return { ...projected, outputSchema: wrapOutputSchema(projected.outputSchema as JsonSchema) };
}

function projectPrompt(prompt: Fields, revision: string): Fields {
  const projected = withoutNewer("prompt", prompt, revision);
  if (!Array.isArray(prompt.arguments)) return projected;
  const project = (argument: unknown) => withoutNewer("promptArgument", argument, revision);
  return { ...projected, arguments: prompt.arguments.map(project) };
}

function projectResource(resource: Fields, revision: string): Fields {
  return withAnnotations(withoutNewer("resource", resource, revision), revision);
}

function projectToolResult(result: Fields, revision: string): Fields {
  const projected = withoutNewer("toolResult", result, revision);
  const blocks = result.content as readonly ContentBlock[];
  const content = blocks.map((block) => projectContent(block, revision));
  const isSame = content.every((block, index) => block === blocks[index]);
  return isSame ? projected : { ...projected, content };
}
