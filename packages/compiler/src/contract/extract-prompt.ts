import type { PromptArgument, PromptManifest } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import type { DecoratedMethod } from "../classes/find-methods.js";
import { propertiesOf } from "../json-schema/resolve.js";
import type { Project } from "../project/project.js";
import { fitSchemas } from "./fit-schemas.js";
import { checkHelpers } from "./options/check-helpers.js";
import { extractPrimitive } from "./primitive/extract-primitive.js";
import { refuseAliases } from "./primitive/read-aliases.js";
import { argumentNames, checkTextArguments } from "./primitive/text-arguments.js";
import { checkMessages } from "./results/check-messages.js";

/** The manifest entry of a method under `@prompt`. */
export function extractPrompt(
  method: DecoratedMethod,
  found: FoundClass,
  project: Project,
): PromptManifest | undefined {
  const primitive = extractPrimitive(method, 0, ["icons", "complete", "_meta"], project);
  if (!primitive) return undefined;
  const { head, input, options, locateOption } = primitive;
  checkTextArguments("A prompt argument", primitive, project);
  refuseAliases(primitive, project);
  checkHelpers(options, argumentNames(input.inputSchema), found, locateOption, project);
  const required = (input.inputSchema.required ?? []) as readonly string[];
  const list = Object.entries(propertiesOf(input.inputSchema)).map(([name, { description }]): PromptArgument => {
    return {
      name,
      ...(typeof description === "string" && { description }),
      ...(required.includes(name) && { required: true }),
    };
  });
  const messages = checkMessages(primitive, project);
  return { ...head, arguments: list, ...fitSchemas(input, [], primitive.signature, project), ...messages, ...options };
}
