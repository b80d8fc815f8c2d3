import { parseUriTemplate, type ResourceManifest, variablesOf } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import type { DecoratedMethod } from "../classes/find-methods.js";
import type { Project } from "../project/project.js";
import { ts } from "../typescript/typescript.js";
import { fitSchemas } from "./fit-schemas.js";
import { checkHelpers } from "./options/check-helpers.js";
import type { LocateOption } from "./options/check-option-values.js";
import { constantArgument, type DecoratorOptions } from "./options/decorator-options.js";
import { extractPrimitive } from "./primitive/extract-primitive.js";
import { refuseAliases } from "./primitive/read-aliases.js";
import { argumentNames, checkTextArguments } from "./primitive/text-arguments.js";
import { extractContents } from "./results/extract-contents.js";
import { warnOfMissingCursor } from "./results/warn-of-missing-cursor.js";

const OPTIONS = ["mimeType", "size", "annotations", "icons", "cache", "list", "watch", "complete", "_meta"];

/** The manifest entry of a method under `@resource`. */
export function extractResource(
  method: DecoratedMethod,
  found: FoundClass,
  project: Project,
): ResourceManifest | undefined {
  const primitive = extractPrimitive(method, 1, OPTIONS, project);
  const [argument] = method.decorator.args;
  checkCalled(method, project);
  const uri = argument && constantArgument(argument, "resource", project);
  if (!primitive || typeof uri !== "string") return undefined;
  const { head, input, options, node, locateOption } = primitive;
  checkTextArguments("A variable of a URI template", primitive, project);
  refuseAliases(primitive, project);
  const names = argumentNames(input.inputSchema);
  const isTemplate = /[{}]/.test(uri);
  checkVariables(uri, names, argument ?? node, project);
  checkKind(options, isTemplate, locateOption, project);
  checkHelpers(options, names, found, locateOption, project);
  const contents = extractContents(primitive, project);
  warnOfMissingCursor("resource", primitive, project);
  return {
    ...head,
    ...(isTemplate ? { uriTemplate: uri } : { uri }),
    ...fitSchemas({ ...input, ...contents }, [], primitive.signature, project),
    ...options,
  };
}

/** Reports a bare `@resource`. For a call without a URI, TypeScript's own error is good enough. */
function checkCalled({ decorator: { args, node } }: DecoratedMethod, { diagnostics }: Project): void {
  if (args.length > 0 || ts.isCallExpression(node.expression)) return;
  const help = 'Write @resource("notes://all"), or @resource("notes://{id}") for a template.';
  diagnostics.report("invalid-uri", node, "A resource needs a URI.", help);
}

/** Reports options that only the other kind of resource has. */
function checkKind(
  options: DecoratorOptions,
  isTemplate: boolean,
  locate: LocateOption,
  { diagnostics }: Project,
): void {
  if (options.list !== undefined && !isTemplate) {
    const help = "Put variables in the URI, or remove the option.";
    diagnostics.report("invalid-option", locate("list"), "A resource with a fixed URI has nothing to list.", help);
  }
  if (options.size !== undefined && isTemplate) {
    const help = "Remove it. The items that the list method returns may have sizes.";
    diagnostics.report(
      "invalid-option",
      locate("size"),
      "A template cannot have a size: each of its resources has its own.",
      help,
    );
  }
}

function checkVariables(uri: string, parameters: readonly string[], node: ts.Node, { diagnostics }: Project): void {
  const variables = readVariables(uri, node, diagnostics);
  if (!variables) return;
  for (const name of variables.filter((variable) => !parameters.includes(variable))) {
    const message = `The template has a variable {${name}}, but the method has no parameter ${name}.`;
    diagnostics.report("template-mismatch", node, message, `Add the parameter ${name}, or remove {${name}}.`);
  }
  for (const name of parameters.filter((parameter) => !variables.includes(parameter))) {
    const message = `The method has a parameter ${name}, but the template has no variable {${name}} to fill it.`;
    diagnostics.report("template-mismatch", node, message, `Put {${name}} in the URI, or remove the parameter.`);
  }
}

function readVariables(uri: string, node: ts.Node, diagnostics: Project["diagnostics"]): readonly string[] | undefined {
  const help = 'Write a scheme and a path, with variables in braces: "notes://{id}".';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(uri)) {
    diagnostics.report("invalid-uri", node, `"${uri}" is neither a URI nor a URI template.`, help);
    return undefined;
  }
  try {
    return variablesOf(parseUriTemplate(uri));
  } catch (error) {
    diagnostics.report("invalid-uri", node, (error as Error).message, help);
    return undefined;
  }
}
