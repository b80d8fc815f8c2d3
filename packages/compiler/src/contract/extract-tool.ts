import type { ToolManifest } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import type { DecoratedMethod } from "../classes/find-methods.js";
import { checkHostRules } from "../hosts/check-host-rules.js";
import type { Project } from "../project/project.js";
import { describeBranches } from "./describe-branches.js";
import { fitSchemas } from "./fit-schemas.js";
import { hintMaskedErrors } from "./hint-masked-errors.js";
import { extractUi, type UiOption } from "./options/extract-ui.js";
import { extractPrimitive } from "./primitive/extract-primitive.js";
import { readAliases } from "./primitive/read-aliases.js";
import { extractOutput } from "./results/extract-output.js";
import { warnOfMissingCursor } from "./results/warn-of-missing-cursor.js";

const NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** The manifest entry of a method under `@tool`. */
export function extractTool(method: DecoratedMethod, found: FoundClass, project: Project): ToolManifest | undefined {
  const names = ["annotations", "icons", "arguments", "timeout", "requires", "task", "_meta", "ui"];
  const primitive = extractPrimitive(method, 0, [...names, "inputSchema", "outputSchema", "output"], project);
  if (!primitive) return undefined;
  hintMaskedErrors(method, project);
  const { head, input, node, locateOption } = primitive;
  const { inputSchema: _, outputSchema: __, output: ___, ui: page, ...options } = primitive.options;
  if (!NAME.test(head.name)) {
    const help = 'Use 1 to 128 of A-Z a-z 0-9 _ . -, for example @tool({ name: "get-weather" }).';
    project.diagnostics.report("invalid-name", node, `A tool cannot be named "${head.name}".`, help);
  }
  const output = extractOutput(primitive, project);
  warnOfMissingCursor("tool", primitive, project);
  const ui =
    page === undefined ? undefined : extractUi(page as UiOption, head.name, locateOption, method, found, project);
  const parts = [head.description, describeBranches(input.inputSchema)].filter((part) => part !== undefined);
  const description = parts.length > 0 && { description: parts.join("\n\n") };
  const given = (["inputSchema", "outputSchema"] as const).filter((name) => primitive.options[name] !== undefined);
  const fitted = fitSchemas({ ...input, ...output }, given, primitive.signature, project);
  const argumentAliases = readAliases(primitive, project);
  const tool = {
    ...head,
    ...description,
    ...fitted,
    ...(argumentAliases && { argumentAliases }),
    ...options,
    ...(ui && { ui }),
  };
  checkHostRules(tool, node, project);
  return tool;
}
