import type { ResourceDefinition, TemplateDefinition } from "../primitives/definitions.js";
import type { InstanceLister, OptionMethod } from "../primitives/primitive.js";
import { requireIterable } from "../result/require-iterable.js";
import { createUriExpander, UnreadableUriError } from "../uri-template/create-uri-expander.js";
import { parseUriTemplate, variablesOf } from "../uri-template/parse-uri-template.js";

/** Makes a lister of a template's resources from a method that returns the variables and description of each. */
export function createInstanceLister(list: OptionMethod, template: TemplateDefinition): InstanceLister {
  // With the title of the template, clients would show all resources under the same name.
  const { uriTemplate, name: _name, title: _title, ...common } = template;
  const variables = variablesOf(parseUriTemplate(uriTemplate));
  const expand = createUriExpander(uriTemplate);

  const toResource = (instance: unknown): ResourceDefinition => {
    const given = requireObject(instance);
    const values = Object.fromEntries(variables.flatMap((name) => toText(name, given[name])));
    const described = Object.entries(DESCRIBING).flatMap(([key, type]) => describe(key, type, given[key]));
    return { uri: expand(values), name: Object.values(values).join(" "), ...common, ...Object.fromEntries(described) };
  };

  return async (signal, onUnreadable) => {
    const resources: ResourceDefinition[] = [];
    // `for await` takes sync and async iterables.
    for await (const instance of requireIterable(await list(), "A list method")) {
      signal.throwIfAborted();
      try {
        resources.push(toResource(instance));
      } catch (error) {
        if (!(error instanceof UnreadableUriError)) throw error;
        // Clients may have named what is listed, and one name must not take the list from all others.
        onUnreadable(error.message);
      }
    }
    return resources;
  };
}

function requireObject(instance: unknown): Readonly<Record<string, unknown>> {
  if (typeof instance === "object" && instance !== null) return instance as Readonly<Record<string, unknown>>;
  throw new TypeError(`A listed resource must be an object with the template's variables, not ${String(instance)}.`);
}

function toText(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  return [[name, value instanceof Date ? value.toISOString() : String(value)]];
}

/** The properties that describe a resource, and their types. */
const DESCRIBING = { name: "string", title: "string", description: "string", mimeType: "string", size: "number" };

function describe(key: string, type: string, value: unknown): [string, unknown][] {
  if (value === undefined || value === null) return [];
  // It may also be a variable, which can have any type.
  if (key === "name") return [[key, String(value)]];
  if (typeof value === type) return [[key, value]];
  throw new TypeError(`The ${key} of a listed resource must be a ${type}, not a ${typeof value}.`);
}
