import { relative } from "node:path";
import type { ClassManifest } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import type { PrimitiveKind } from "../classes/find-decorators.js";
import type { DecoratedMethod } from "../classes/find-methods.js";
import { readDoc } from "../docs/read-doc.js";
import { extractForms } from "../forms/extract-forms.js";
import type { ElicitCall } from "../forms/find-elicit-calls.js";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript/typescript.js";
import { checkNames } from "./check-names.js";
import { extractEnv } from "./extract-env.js";
import { extractHooks } from "./extract-hooks.js";
import { extractPrompt } from "./extract-prompt.js";
import { extractResource } from "./extract-resource.js";
import { extractTool } from "./extract-tool.js";
import { requiredConstructorParameters } from "./required-constructor-parameters.js";

type ExtractOne<T> = (method: DecoratedMethod, found: FoundClass, project: Project) => T | undefined;

/**
 * The manifest entry of one class.
 *
 * @param elicitCalls Those of the whole project
 */
export function extractClass(found: FoundClass, elicitCalls: readonly ElicitCall[], project: Project): ClassManifest {
  const extract = <T>(kind: PrimitiveKind, extractOne: ExtractOne<T>) =>
    found.methods
      .filter(({ decorator }) => decorator.kind === kind)
      .flatMap((method) => {
        const primitive = extractOne(method, found, project);
        return primitive ? [{ method, primitive }] : [];
      });
  const tools = extract("tool", extractTool);
  const resources = extract("resource", extractResource);
  const prompts = extract("prompt", extractPrompt);
  checkNames({ tools, resources, prompts }, project);
  const forms = extractForms(found, elicitCalls, project);
  const instructions = readDoc(found.node).description;
  const hooks = extractHooks(found, project);
  const env = extractEnv(found, project);
  const needed = requiredConstructorParameters(found, project);
  return {
    class: found.name,
    file: packagePath(found.node.getSourceFile(), project),
    ...(needed.length > 0 && { constructorParameters: needed }),
    ...(instructions !== "" && { instructions }),
    tools: tools.map(({ primitive }) => primitive),
    resources: resources.map(({ primitive }) => primitive),
    prompts: prompts.map(({ primitive }) => primitive),
    ...(forms.length > 0 && { forms }),
    ...(hooks.length > 0 && { hooks }),
    ...(env.length > 0 && { env }),
  };
}

function packagePath({ fileName }: ts.SourceFile, { packages }: Project): string {
  const directory = packages.packageOf(fileName)?.directory;
  return (directory === undefined ? fileName : relative(directory, fileName)).replaceAll("\\", "/");
}
