import { toolMeta } from "../apps/tool-meta.js";
import type { PrimitiveManifest, PromptManifest, ResourceManifest, ToolManifest } from "../manifest/manifest.js";
import { stripInternalKeywords } from "../manifest/strip-internal-keywords.js";
import type { Forms } from "../primitives/form.js";
import type { Middleware } from "../primitives/middleware.js";
import type { Primitive, Prompt, Resource, Template, Tool } from "../primitives/primitive.js";
import { createUriMatcher } from "../uri-template/create-uri-matcher.js";
import { parseUriTemplate, variablesOf } from "../uri-template/parse-uri-template.js";
import { bindMethod } from "./bind-method.js";
import { bindOptionMethod } from "./bind-option-method.js";
import { checkCacheHint } from "./check-cache-hint.js";
import { createCompleters } from "./create-completers.js";
import { createInstanceLister } from "./create-instance-lister.js";
import { SchemaInput, TextSchemaInput } from "./schema-input.js";
import { SchemaOutput } from "./schema-output.js";

/** What the primitives of one class have in common. */
export interface Surroundings {
  /** The forms that their methods may ask with. */
  readonly forms?: Forms | undefined;
  /** The middleware around their calls. */
  readonly use?: readonly Middleware[] | undefined;
  /** What becomes of a tool's arguments that do not fit, unless the tool says it. @default "strict" */
  readonly arguments?: ToolManifest["arguments"];
  /** Prepares their instance for calls. */
  readonly prepare?: Primitive["prepare"];
  /** Called for each property that is left out of a result, with its path and the call, such as `tool "add"`. */
  readonly onOmitted: (path: string, source: string) => void;
}

/** Makes a tool that can be called. */
export function registerTool(instance: object, manifest: ToolManifest, around: Surroundings): Tool {
  const { inputSchema, outputSchema, timeout, requires, task, argumentAliases: aliases } = manifest;
  const _meta = toolMeta(manifest);
  const onOmitted = (path: string) => around.onOmitted(path, `tool "${manifest.name}"`);
  const definition = {
    ...pick(manifest, [...COMMON, "annotations"]),
    ...(_meta && { _meta }),
    inputSchema: stripInternalKeywords(inputSchema),
    ...(outputSchema && { outputSchema: stripInternalKeywords(outputSchema) }),
  };
  const { call, takesContext, forms, use, prepare } = registerMethod(instance, manifest, around);
  const { result, reading } = registerResult(manifest, onOmitted);
  // Written out, so that the members lie side by side: a server may have hundreds of tools, and calls all of them.
  return {
    call,
    reading,
    input: new SchemaInput(inputSchema),
    output: outputSchema && new SchemaOutput(outputSchema, onOmitted),
    result,
    isContent: manifest.returns === "content",
    isNothing: manifest.returns === "nothing",
    takesContext,
    forms,
    task,
    definition,
    use,
    prepare,
    aliases,
    arguments: manifest.arguments ?? around.arguments,
    timeout,
    requires,
  };
}

/** Makes a resource with a fixed URI that can be read. */
export function registerResource(
  instance: object,
  manifest: Omit<ResourceManifest, "uriTemplate"> & { readonly uri: string },
  around: Surroundings,
): Resource {
  return {
    definition: pick(manifest, [...COMMON, "uri", "mimeType", "size", "annotations"]),
    ...registerMethod(instance, manifest, around),
    ...registerOptions(instance, manifest, manifest.uri, around),
  };
}

/** Makes a resource template that can be matched and read. */
export function registerTemplate(
  instance: object,
  manifest: Omit<ResourceManifest, "uri"> & { readonly uriTemplate: string },
  around: Surroundings,
): Template {
  const { inputSchema, uriTemplate, list, complete } = manifest;
  const { prepare } = around;
  const template = parseUriTemplate(uriTemplate);
  const definition = pick(manifest, [...COMMON, "uriTemplate", "mimeType", "annotations"]);
  return {
    definition,
    ...registerMethod(instance, manifest, around),
    input: new TextSchemaInput(inputSchema),
    match: createUriMatcher(uriTemplate),
    completers: createCompleters(variablesOf(template), inputSchema, complete, { instance, prepare, template }),
    ...(list !== undefined && {
      listInstances: createInstanceLister(bindOptionMethod(instance, list, "list", prepare), definition),
    }),
    ...registerOptions(instance, manifest, uriTemplate, around),
  };
}

/** What resources and templates have in common besides the call. */
function registerOptions(
  instance: object,
  manifest: Omit<ResourceManifest, "uri" | "uriTemplate">,
  uri: string,
  { onOmitted, prepare }: Surroundings,
) {
  const { watch, cache } = manifest;
  if (cache !== undefined) checkCacheHint(cache);
  return {
    ...registerResult(manifest, (path) => onOmitted(path, `resource "${uri}"`)),
    cache,
    watch: watch === undefined ? undefined : bindOptionMethod(instance, watch, "watch", prepare),
  };
}

/** Makes the part that all primitives have. */
function registerMethod(
  instance: object,
  { method, parameters }: PrimitiveManifest,
  { forms, use, prepare }: Surroundings,
): Required<Pick<Primitive, "call" | "takesContext" | "forms" | "use" | "prepare">> {
  const takesContext = parameters.some((parameter) => "inject" in parameter && parameter.inject === "context");
  return { call: bindMethod(instance, method, parameters), takesContext, forms, use, prepare };
}

/** How to read and encode what a method returns. */
function registerResult(
  manifest: PrimitiveManifest & Pick<ToolManifest, "outputSchema" | "returns">,
  onOmitted: (path: string) => void,
): Required<Pick<Primitive, "result" | "reading">> {
  const { resultSchema, outputSchema, yields, returns } = manifest;
  const { type } = outputSchema ?? resultSchema ?? {};
  const byType = type === "array" ? "list" : type === "object" ? "value" : "any";
  const isContent = returns === "content" && outputSchema === undefined;
  const reading = yields ? "returned" : isContent ? "content" : byType;
  return { result: resultSchema && new SchemaOutput(resultSchema, onOmitted), reading };
}

/** Makes a prompt that can be filled in. */
export function registerPrompt(instance: object, manifest: PromptManifest, around: Surroundings): Prompt {
  const { inputSchema } = manifest;
  return {
    definition: pick(manifest, [...COMMON, "arguments"]),
    ...registerMethod(instance, manifest, around),
    input: new TextSchemaInput(inputSchema),
    ...registerResult(manifest, (path) => around.onOmitted(path, `prompt "${manifest.name}"`)),
    completers: createCompleters(
      manifest.arguments.map(({ name }) => name),
      inputSchema,
      manifest.complete,
      { instance, prepare: around.prepare },
    ),
  };
}

const COMMON = ["name", "title", "description", "icons", "_meta"] as const;

/** Picks the named keys, because clients must not see the rest of the manifest. */
function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (key in value) picked[key] = value[key];
  return picked as Pick<T, K>;
}
