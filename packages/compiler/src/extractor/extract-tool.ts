import type { ToolManifest } from "@plainmcp/core/manifest";
import { checkHostRules } from "../hosts/check-host-rules.js";
import type { Project } from "../project/project.js";
import { isObjectSchema } from "../schema/is-object-schema.js";
import { describeBranches } from "./describe-branches.js";
import { extractOutput, type MethodOutput } from "./extract-output.js";
import { type ExtractedPrimitive, extractPrimitive } from "./extract-primitive.js";
import type { FoundClass } from "./find-classes.js";
import type { DecoratedMethod } from "./find-methods.js";
import { fitSchemas } from "./fit-schemas.js";
import { validSchema } from "./given-schema.js";
import { hintMaskedErrors } from "./hint-masked-errors.js";
import { extractUi, type UiOption } from "./options/extract-ui.js";

const NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** The manifest entry of a method under `@tool`. */
export function extractTool(method: DecoratedMethod, found: FoundClass, project: Project): ToolManifest | undefined {
  const names = ["annotations", "icons", "timeout", "requires", "task", "_meta", "ui", "inputSchema", "outputSchema"];
  const primitive = extractPrimitive(method, 0, names, project);
  if (!primitive) return undefined;
  hintMaskedErrors(method, project);
  const { head, input, node } = primitive;
  const { inputSchema: _, outputSchema, ui: page, ...options } = primitive.options;
  if (!NAME.test(head.name)) {
    const help = 'Use 1 to 128 of A-Z a-z 0-9 _ . -, for example @tool({ name: "get-weather" }).';
    project.diagnostics.report("invalid-name", node, `A tool cannot be named "${head.name}".`, help);
  }
  const output =
    outputSchema === undefined
      ? extractOutput(primitive.signature, primitive.doc.returns, project)
      : givenOutput(outputSchema, primitive, project);
  const ui = page === undefined ? undefined : extractUi(page as UiOption, primitive, method, found, project);
  const parts = [head.description, describeBranches(input.inputSchema)].filter((part) => part !== undefined);
  const description = parts.length > 0 && { description: parts.join("\n\n") };
  const given = (["inputSchema", "outputSchema"] as const).filter((name) => primitive.options[name] !== undefined);
  const fitted = fitSchemas({ ...input, ...output }, given, primitive.signature, project);
  const tool = { ...head, ...description, ...fitted, ...options, ...(ui && { ui }) };
  checkHostRules(tool, node, project);
  return tool;
}

/** The output as the decorator's own `outputSchema` has it. */
function givenOutput(given: unknown, { node }: ExtractedPrimitive, project: Project): MethodOutput {
  const outputSchema = validSchema("outputSchema", given, node, project);
  if (!outputSchema) return {};
  return outputSchema.type === "object" || isObjectSchema(outputSchema)
    ? { outputSchema: { ...outputSchema, type: "object", "x-given": true } }
    : { outputSchema: { ...outputSchema, "x-given": true }, wrapped: true };
}
