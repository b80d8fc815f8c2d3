import { toolMeta } from "../apps/tool-meta.js";
import type { Forms } from "../ask/forms.js";
import { createDecoder } from "../codec/create-decoder.js";
import { createEncoder } from "../codec/create-encoder.js";
import { createCompleters } from "../completion/create-completers.js";
import type { JsonSchema } from "../json-schema.js";
import { createInstanceLister } from "../lists/create-instance-lister.js";
import type { PrimitiveManifest, PromptManifest, ResourceManifest, ToolManifest } from "../manifest.js";
import { stripInternalKeywords } from "../strip-internal-keywords.js";
import { createUriMatcher } from "../uri-template/create-uri-matcher.js";
import { parseUriTemplate, variablesOf } from "../uri-template/parse-uri-template.js";
import { createValidator } from "../validation/create-validator.js";
import { bindHelper } from "./bind-helper.js";
import { bindMethod } from "./bind-method.js";
import { checkCacheHint } from "./check-cache-hint.js";
import { createTextParser } from "./create-text-parser.js";
import type {
  Arguments,
  Input,
  Output,
  RegisteredPrompt,
  RegisteredResource,
  RegisteredTemplate,
  RegisteredTool,
  ReturnRules,
} from "./registry.js";

/** A tool, ready to be called. */
export function registerTool(instance: object, manifest: ToolManifest, forms?: Forms): RegisteredTool {
  const { method, parameters, inputSchema, outputSchema, timeout, requires, task } = manifest;
  const _meta = toolMeta(manifest);
  return {
    definition: {
      ...pick(manifest, [...COMMON, "annotations"]),
      ...(_meta && { _meta }),
      inputSchema: stripInternalKeywords(inputSchema),
      ...(outputSchema && { outputSchema: stripInternalKeywords(outputSchema) }),
    },
    call: bindMethod(instance, method, parameters),
    input: createInput(inputSchema),
    output: outputSchema && createOutput(outputSchema),
    isContent: manifest.returns === "content",
    ...registerResult(manifest),
    ...{ forms, timeout, requires, task },
  };
}

/** A resource of a fixed URI, ready to be read. */
export function registerResource(
  instance: object,
  manifest: Omit<ResourceManifest, "uriTemplate"> & { readonly uri: string },
  forms?: Forms,
): RegisteredResource {
  return {
    definition: pick(manifest, [...COMMON, "uri", "mimeType", "size", "annotations"]),
    call: bindMethod(instance, manifest.method, manifest.parameters),
    forms,
    ...registerOptions(instance, manifest),
  };
}

/** A resource template, ready to be matched and read. */
export function registerTemplate(
  instance: object,
  manifest: Omit<ResourceManifest, "uri"> & { readonly uriTemplate: string },
  forms?: Forms,
): RegisteredTemplate {
  const { method, parameters, inputSchema, uriTemplate, list, complete } = manifest;
  const variables = variablesOf(parseUriTemplate(uriTemplate));
  const definition = pick(manifest, [...COMMON, "uriTemplate", "mimeType", "annotations"]);
  return {
    definition,
    call: bindMethod(instance, method, parameters),
    input: createInput(inputSchema),
    match: createUriMatcher(uriTemplate),
    parse: createTextParser(inputSchema),
    completers: createCompleters(variables, inputSchema, complete, instance),
    ...(list !== undefined && {
      listInstances: createInstanceLister(bindHelper(instance, list, "list"), definition),
    }),
    forms,
    ...registerOptions(instance, manifest),
  };
}

/** What resources and templates have in common beside the call. */
function registerOptions(instance: object, manifest: Omit<ResourceManifest, "uri" | "uriTemplate">) {
  const { watch, cache } = manifest;
  if (cache !== undefined) checkCacheHint(cache);
  return {
    ...registerResult(manifest),
    cache,
    watch: watch === undefined ? undefined : bindHelper(instance, watch, "watch"),
  };
}

/** What a method returns. */
function registerResult(manifest: PrimitiveManifest & Pick<ToolManifest, "outputSchema" | "returns">): ReturnRules {
  const { resultSchema, outputSchema, yields, returns } = manifest;
  const { type } = outputSchema ?? resultSchema ?? {};
  const reading = yields ? "returned" : type === "array" ? "list" : (returns ?? "any");
  return { result: resultSchema && createOutput(resultSchema), reading };
}

/** A prompt, ready to be filled in. */
export function registerPrompt(instance: object, manifest: PromptManifest, forms?: Forms): RegisteredPrompt {
  const { method, parameters, inputSchema } = manifest;
  return {
    definition: pick(manifest, [...COMMON, "arguments"]),
    call: bindMethod(instance, method, parameters),
    input: createInput(inputSchema),
    parse: createTextParser(inputSchema),
    forms,
    ...registerResult(manifest),
    completers: createCompleters(
      manifest.arguments.map(({ name }) => name),
      inputSchema,
      manifest.complete,
      instance,
    ),
  };
}

const COMMON = ["name", "title", "description", "icons", "_meta"] as const;

/** Only what is named goes on the wire: what else the manifest holds is for us. */
function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => key in value).map((key) => [key, value[key]])) as Pick<T, K>;
}

function createInput(schema: PrimitiveManifest["inputSchema"]): Input {
  const decode = createDecoder(schema) ?? ((args: unknown) => args);
  return { validate: createValidator(schema), decode: (args) => decode(args) as Arguments };
}

function createOutput(schema: JsonSchema): Output {
  return { validate: createValidator(schema), encode: createEncoder(schema) ?? ((value) => value) };
}
