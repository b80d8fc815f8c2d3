import type { Arguments, RegisteredResource, RegisteredTemplate, Registry } from "../registry/registry.js";
import { refuseIssues } from "./protocol-fault.js";

/** A resource, and the values of its URI's variables. */
export interface FoundResource {
  readonly resource: RegisteredResource | RegisteredTemplate;
  readonly args: Arguments;
}

/**
 * Finds who answers for a URI: a fixed resource, else an exact template, else the first template that matches.
 *
 * @throws ProtocolFault when the variables are not what the template's types promise
 */
export async function findResource(registry: Registry, uri: string): Promise<FoundResource | undefined> {
  const fixed = registry.resources.get(uri);
  if (fixed) return { resource: fixed, args: {} };
  const { templates } = registry;
  for (const template of [...templates.filter(isExact), ...templates]) {
    const variables = template.match(uri);
    if (variables) return { resource: template, args: await readVariables(template, variables, uri) };
  }
  return undefined;
}

function isExact({ exact }: RegisteredTemplate): boolean {
  return exact === true;
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
