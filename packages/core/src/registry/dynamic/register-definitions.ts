import type { JsonSchema } from "../../manifest/json-schema.js";
import type { ToolManifest } from "../../manifest/manifest.js";
import type { Primitives, Prompt, Resource, Template, Tool } from "../../primitives/primitive.js";
import { parseUriTemplate } from "../../uri-template/parse-uri-template.js";
import { collectProblem } from "../collect-problem.js";
import {
  registerPrompt,
  registerResource,
  registerTemplate,
  registerTool,
  type Surroundings,
} from "../register-primitive.js";
import { type CheckedDefinition, checkDefinition } from "./check-definition.js";
import { checkHeaders } from "./check-headers.js";
import type { DynamicDefinitions, DynamicPrompt, DynamicResource, DynamicTool } from "./dynamic-definitions.js";

/** What dynamic primitives have in common with the other primitives of their server. */
export type Shared = Pick<Surroundings, "use" | "arguments">;

/**
 * Makes primitives of definitions.
 *
 * @param problems Collects what is wrong with them, one line each
 */
export function registerDefinitions(
  { tools = [], resources = [], prompts = [] }: DynamicDefinitions,
  shared: Shared,
  problems: string[],
): Primitives {
  // Nothing is left out of the results, because no type declares them.
  const around: Surroundings = { ...shared, onOmitted: () => undefined };
  const made = {
    tools: new Map<string, Tool>(),
    resources: new Map<string, Resource>(),
    prompts: new Map<string, Prompt>(),
  };
  const templates = new Map<string, Template>();
  const add = <T>(map: Map<string, T>, key: string, { label }: CheckedDefinition<unknown>, create: () => T): void => {
    const created = collectProblem(create, problems, `${label} cannot be served: `);
    if (map.has(key)) problems.push(`there are two definitions of ${label}: leave out one of them`);
    else if (created !== undefined) map.set(key, created);
  };
  for (const tool of tools) {
    const checked = checkDefinition<Data<DynamicTool>>("tool", tool, problems);
    if (checked) add(made.tools, checked.data.name, checked, () => toTool(checked, around));
  }
  for (const resource of resources) {
    const checked = checkDefinition<Data<DynamicResource>>("resource", resource, problems);
    if (!checked) continue;
    const { uri } = checked.data;
    if (/[{}]/.test(uri)) add(templates, uri, checked, () => toTemplate(checked, around));
    else add(made.resources, uri, checked, () => toResource(checked, around));
  }
  for (const prompt of prompts) {
    const checked = checkDefinition<Data<DynamicPrompt>>("prompt", prompt, problems);
    if (checked) add(made.prompts, checked.data.name, checked, () => toPrompt(checked, around));
  }
  return { ...made, templates: [...templates.values()] };
}

/** A definition without its functions. */
type Data<T> = Omit<T, "call" | "complete" | "list" | "watch">;

/** How the function of a definition takes its arguments, as the manifest of a method says it. */
const CALL = { method: "call", parameters: [{ flat: true }, { inject: "context" }] } as const;

function toTool({ data, functions }: CheckedDefinition<Data<DynamicTool>>, around: Surroundings): Tool {
  const { inputSchema, outputSchema } = data;
  if (!/^[\w.-]+$/.test(data.name)) throw new Error("its name may only have the characters A-Z a-z 0-9 _ . -");
  if (inputSchema.type !== "object") {
    throw new Error('its inputSchema must have type "object": write the arguments as its properties');
  }
  checkHeaders(inputSchema);
  const manifest: ToolManifest = {
    ...data,
    ...CALL,
    // No type says whether it returns data, or a whole result with the data in it.
    ...(outputSchema && { outputSchema: { ...outputSchema, "x-given": true }, returns: "content" }),
  };
  return registerTool(functions, manifest, around);
}

function toResource(
  { data, functions, complete }: CheckedDefinition<Data<DynamicResource>>,
  around: Surroundings,
): Resource {
  requireScheme(data.uri);
  if (functions.list) throw new Error("its URI has no variables, so there is nothing to list: leave out list");
  refuseStrange(complete, []);
  const manifest = { ...data, ...CALL, ...watchOf(functions), inputSchema: textSchema([], []) };
  return registerResource(functions, manifest, around);
}

function toTemplate(
  { data, functions, complete }: CheckedDefinition<Data<DynamicResource>>,
  around: Surroundings,
): Template {
  const { uri, size, ...rest } = data;
  requireScheme(uri);
  if (size !== undefined) throw new Error("a template has no size: each of its resources has its own");
  const parts = parseUriTemplate(uri);
  const required = parts.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
  const optional = parts.flatMap((part) =>
    part.kind === "query" ? part.names : part.kind === "fragment" ? [part.name] : [],
  );
  refuseStrange(complete, [...required, ...optional]);
  const manifest = {
    ...{ ...rest, ...CALL, uriTemplate: uri, complete },
    inputSchema: textSchema(required, optional),
    ...watchOf(functions),
    ...(functions.list && { list: "list" }),
  };
  return registerTemplate(functions, manifest, around);
}

function toPrompt({ data, functions, complete }: CheckedDefinition<Data<DynamicPrompt>>, around: Surroundings): Prompt {
  const { arguments: list = [], ...rest } = data;
  const names = list.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`it has two arguments "${twice}": rename one of them`);
  const required = list.filter((argument) => argument.required).map(({ name }) => name);
  const optional = names.filter((name) => !required.includes(name));
  refuseStrange(complete, names);
  const manifest = { ...rest, ...CALL, arguments: list, complete, inputSchema: textSchema(required, optional) };
  return registerPrompt(functions, manifest, around);
}

/** The schema of arguments that arrive as text. */
function textSchema(required: readonly string[], optional: readonly string[]): JsonSchema {
  const properties = Object.fromEntries([...required, ...optional].map((name) => [name, { type: "string" }]));
  return { type: "object", properties, required, additionalProperties: false };
}

function watchOf({ watch }: CheckedDefinition<unknown>["functions"]): { readonly watch?: string } {
  return watch ? { watch: "watch" } : {};
}

/** Refuses completers of arguments that do not exist. */
function refuseStrange(complete: object, names: readonly string[]): void {
  const strange = Object.keys(complete).find((name) => !names.includes(name));
  if (strange === undefined) return;
  const known = names.length > 0 ? `its arguments are ${names.join(", ")}` : "it has no arguments";
  throw new Error(`complete names "${strange}", but ${known}`);
}

function requireScheme(uri: string): void {
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) return;
  throw new Error('its URI has no scheme: write a scheme and a path, such as "notes://all" or "notes://{id}"');
}
