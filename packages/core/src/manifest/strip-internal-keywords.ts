import type { JsonSchema } from "./json-schema.js";

/** The schema as a client may see it: without the keywords that only dispatch needs. */
export function stripInternalKeywords(schema: JsonSchema): JsonSchema {
  return strip(schema) as JsonSchema;
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
  // The keys are names the author chose, so "x-ts" may be one of them.
  return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, strip(schema)]));
}

const INTERNAL: ReadonlySet<string> = new Set(["x-ts", "x-foreign", "x-anyOf", "x-rest", "x-given"]);
const DATA: ReadonlySet<string> = new Set(["const", "default", "enum", "examples", "required"]);
const NAMED_SCHEMAS: ReadonlySet<string> = new Set(["$defs", "dependentSchemas", "patternProperties", "properties"]);
