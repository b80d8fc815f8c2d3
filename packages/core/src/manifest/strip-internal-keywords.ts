import type { JsonSchema } from "./json-schema.js";
import { DATA, NAMED_SCHEMAS } from "./keyword-contents.js";

/** Returns the schema without our own keywords, as clients see it: the same one if it has none. */
export function stripInternalKeywords(schema: JsonSchema): JsonSchema {
  // To write a schema as text takes less time than to look at each of its parts.
  return MAY_BE_INTERNAL.test(JSON.stringify(schema)) ? (strip(schema) as JsonSchema) : schema;
}

function strip(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strip);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !INTERNAL.has(keyword))
      .map(([keyword, value]) => [keyword, stripKeyword(keyword, value)]),
  );
}

function stripKeyword(keyword: string, value: unknown): unknown {
  if (DATA.has(keyword)) return value;
  if (!NAMED_SCHEMAS.has(keyword)) return strip(value);
  // The keys are names that the author chose; one may be "x-ts".
  return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, strip(schema)]));
}

const INTERNAL: ReadonlySet<string> = new Set(["x-ts", "x-foreign", "x-anyOf", "x-rest", "x-given"]);
const MAY_BE_INTERNAL = new RegExp(`"(?:${[...INTERNAL].join("|")})"`);
