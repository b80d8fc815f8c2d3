import type { Arguments, RegisteredResource, RegisteredTemplate, Registry } from "../registry/registry.js";
import type { ResourceContents } from "../result/content.js";
import { toResourceContents } from "../result/to-resource-contents.js";
import type { Invocation } from "./invocation.js";
import { ProtocolFault, refuseIssues, toFault } from "./protocol-fault.js";

/**
 * Reads the resource at a URI: a fixed one, else the first template that matches.
 *
 * @throws ProtocolFault when there is none, or when the method says so by returning `undefined` or `null`
 * @throws InputRequired when the client has to answer something first
 * @throws MissingCapabilityError when it cannot
 */
export async function readResource(
  registry: Registry,
  uri: string,
  invocation: Invocation,
): Promise<ResourceContents[]> {
  const source = `resource "${uri}"`;
  try {
    const found = await findResource(registry, uri);
    if (!found) throw notFound(uri);
    const { resource, args } = found;
    const value = await invocation.run(resource, source, () => resource.call(args, invocation.context));
    if (value === undefined || value === null) throw notFound(uri);
    return await toResourceContents(value, uri, resource.definition.mimeType);
  } catch (error) {
    throw toFault(error, source, registry);
  }
}

interface FoundResource {
  readonly resource: RegisteredResource | RegisteredTemplate;
  readonly args: Arguments;
}

async function findResource(registry: Registry, uri: string): Promise<FoundResource | undefined> {
  const fixed = registry.resources.get(uri);
  if (fixed) return { resource: fixed, args: {} };
  for (const template of registry.templates) {
    const variables = template.match(uri);
    if (variables) return { resource: template, args: await readVariables(template, variables, uri) };
  }
  return undefined;
}

async function readVariables(
  { input, parse }: RegisteredTemplate,
  variables: Readonly<Record<string, string>>,
  uri: string,
): Promise<Arguments> {
  const args = parse(variables);
  refuseIssues(await input.validate(args), `Invalid URI ${uri}`);
  return input.decode(args);
}

function notFound(uri: string): ProtocolFault {
  return new ProtocolFault("resource-not-found", `Resource not found: ${uri}`, uri);
}
