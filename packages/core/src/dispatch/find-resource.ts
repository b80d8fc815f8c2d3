import type { Primitives, Resource, Template } from "../primitives/primitive.js";
import { refuseIssues, resourceNotFound } from "./fault-error.js";

/** A resource with a fixed URI, or a template that matches the URI, with the values of its variables. */
export interface FoundResource {
  readonly resource: Resource | Template;
  readonly variables: Readonly<Record<string, string>>;
}

/** Finds the resource of a URI: a fixed resource, else an exact template, else the first template that matches. */
export function findResource({ resources, templates }: Primitives, uri: string): FoundResource | undefined {
  const fixed = resources.get(uri);
  if (fixed) return { resource: fixed, variables: {} };
  for (const template of [...templates.filter(isExact), ...templates]) {
    const variables = template.match(uri);
    if (variables) return { resource: template, variables };
  }
  return undefined;
}

/**
 * Finds the resource of a URI. @throws FaultError when there is none, or a variable does not fit the template's types
 */
export async function requireResource(primitives: Primitives, uri: string): Promise<FoundResource> {
  const found = findResource(primitives, uri);
  if (!found) throw resourceNotFound(uri);
  if ("match" in found.resource) {
    const { input } = found.resource;
    refuseIssues(await input.validate(input.parse(found.variables)), `Invalid URI ${uri}`);
  }
  return found;
}

function isExact({ exact }: Template): boolean {
  return exact === true;
}
