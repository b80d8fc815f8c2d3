import type { Context } from "../context.js";
import type { Arguments, RegisteredResource, RegisteredTemplate, Registry } from "../registry/registry.js";
import type { ResourceContents } from "../result/content.js";
import { toResourceContents } from "../result/to-resource-contents.js";
import { formatIssues } from "../validation/format-issues.js";
import { maskError } from "./mask-error.js";
import { ProtocolFault } from "./protocol-fault.js";

/**
 * Reads the resource at a URI: a fixed one, else the first template that matches.
 *
 * @throws ProtocolFault when there is none, or when the method says so by returning `undefined` or `null`
 */
export async function readResource(registry: Registry, uri: string, context: Context): Promise<ResourceContents[]> {
  const fixed = registry.resources.get(uri);
  if (fixed) return call(registry, fixed, {}, uri, context);
  for (const template of registry.templates) {
    const variables = template.match(uri);
    if (variables) return call(registry, template, await checkVariables(template, variables, uri), uri, context);
  }
  throw notFound(uri);
}

async function checkVariables(
  { input, parse }: RegisteredTemplate,
  variables: Readonly<Record<string, string>>,
  uri: string,
): Promise<Arguments> {
  const args = parse(variables);
  const issues = await input.validate(args);
  if (issues.length > 0)
    throw new ProtocolFault("invalid-params", `Invalid URI ${uri}:\n${formatIssues(issues, "arguments")}`);
  return input.decode(args);
}

async function call(
  registry: Registry,
  resource: RegisteredResource | RegisteredTemplate,
  args: Arguments,
  uri: string,
  context: Context,
): Promise<ResourceContents[]> {
  let contents: ResourceContents[] | undefined;
  try {
    const value = await resource.call(args, context);
    contents = value == null ? undefined : await toResourceContents(value, uri, resource.definition.mimeType);
  } catch (error) {
    throw new ProtocolFault("internal", maskError(error, `resource "${uri}"`, registry));
  }
  if (!contents) throw notFound(uri);
  return contents;
}

function notFound(uri: string): ProtocolFault {
  return new ProtocolFault("resource-not-found", `Resource not found: ${uri}`, uri);
}
