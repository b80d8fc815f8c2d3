import type { JsonSchema } from "../manifest/json-schema.js";
import type { Arguments } from "../primitives/primitive.js";
import { exactNumber } from "../values/exact-number.js";

/**
 * Makes a parser for arguments that arrive as text: a prompt's arguments and a URI's variables. It parses each by the
 * type of its parameter. A text that does not parse stays text, so that validation can report it. So does a number that
 * would become another one, because a URI often has ids.
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
      if ((types.has("number") || types.has("integer")) && NUMBER.test(text)) return exactNumber(text) ?? text;
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
