import type { JsonSchema } from "../manifest/json-schema.js";
import type { Arguments } from "../primitives/primitive.js";

/**
 * The arguments of a prompt and the variables of a URI are text on the wire. This reads each by the type of its
 * parameter; a text that is no such value stays text, so that validation can say what is wrong with it.
 */
export function createTextParser(schema: JsonSchema): (texts: Readonly<Record<string, string>>) => Arguments {
  const readers = new Map(Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(toReader));
  return (texts) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, readers.get(name)?.(text) ?? text]));
}

function toReader([name, schema]: [string, JsonSchema]): [string, (text: string) => unknown] {
  const types = new Set(typesOf(schema));
  return [
    name,
    (text) => {
      if (types.has("string")) return text;
      if ((types.has("number") || types.has("integer")) && NUMBER.test(text)) return Number(text);
      if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
      return text;
    },
  ];
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function typesOf(schema: JsonSchema): readonly unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => typeof value);
  if ("const" in schema) return [typeof schema.const];
  if (Array.isArray(schema.anyOf)) return schema.anyOf.flatMap(typesOf);
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}
