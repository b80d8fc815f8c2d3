import { toFault } from "../dispatch/protocol-fault.js";
import type { RegisteredTemplate, Registry } from "../registry/registry.js";

/**
 * The resources that templates stand for, where a template has a method that lists them.
 *
 * @throws ProtocolFault when a method failed, or an instance lacks a variable
 */
export async function listInstances(registry: Registry, signal: AbortSignal): Promise<readonly object[]> {
  const lists = registry.templates.map(async (template) => {
    try {
      return await instancesOf(template, signal);
    } catch (error) {
      throw toFault(error, `list of "${template.definition.uriTemplate}"`, registry);
    }
  });
  return (await Promise.all(lists)).flat();
}

async function instancesOf({ list, expand, variables, definition }: RegisteredTemplate, signal: AbortSignal) {
  const instances: object[] = [];
  if (list === undefined) return instances;
  // Its own title would hide the names of all.
  const { uriTemplate: _uri, name: _name, title: _title, ...common } = definition;
  // An async loop takes promises and iterables of both kinds.
  for await (const instance of (await list()) as AsyncIterable<unknown>) {
    signal.throwIfAborted();
    const given = requireObject(instance);
    const values = Object.fromEntries(variables.flatMap((name) => toEntry(name, given[name])));
    const described = Object.entries(DESCRIBING).flatMap(([key, type]) => describe(key, type, given[key]));
    const name = variables
      .map((variable) => values[variable] ?? "")
      .join(" ")
      .trim();
    instances.push({ ...common, name, ...Object.fromEntries(described), uri: expand(values) });
  }
  return instances;
}

/** What describes an instance, and its type. */
const DESCRIBING = { name: "string", title: "string", description: "string", mimeType: "string", size: "number" };

function describe(key: string, type: string, value: unknown): [string, unknown][] {
  if (value === undefined || value === null) return [];
  // A variable of the same name may be of any type.
  if (key === "name") return [[key, String(value)]];
  if (typeof value === type) return [[key, value]];
  throw new TypeError(`The ${key} of an instance must be a ${type}, not ${typeof value}.`);
}

function requireObject(instance: unknown): Readonly<Record<string, unknown>> {
  if (typeof instance === "object" && instance !== null) return instance as Readonly<Record<string, unknown>>;
  throw new TypeError(`An instance must be an object with the template's variables, not ${String(instance)}.`);
}

function toEntry(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  return [[name, value instanceof Date ? value.toISOString() : String(value)]];
}
