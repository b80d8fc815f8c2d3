import type { PromptArgument, PromptManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import { extractPrimitive } from "./extract-primitive.js";
import type { DecoratedMethod } from "./find-methods.js";
import { checkTextArguments, propertiesOf } from "./text-arguments.js";

/** The manifest entry of a method under `@prompt`. */
export function extractPrompt(method: DecoratedMethod, project: Project): PromptManifest | undefined {
  const primitive = extractPrimitive(method, 0, ["icons", "_meta"], project);
  if (!primitive) return undefined;
  const { head, input, options } = primitive;
  checkTextArguments("A prompt argument", primitive, project);
  const required = (input.inputSchema.required ?? []) as readonly string[];
  const list = Object.entries(propertiesOf(input.inputSchema)).map(([name, { description }]): PromptArgument => {
    return {
      name,
      ...(typeof description === "string" && { description }),
      ...(required.includes(name) && { required: true }),
    };
  });
  return { ...head, arguments: list, ...input, ...options };
}
