import type { JsonSchema } from "@plainmcp/core";

/** The way from a schema to a schema within it. */
export type SchemaPath = readonly string[];

/** Where a schema lets every value pass. What `$defs` hold is looked at where it stands, not where it is referred to. */
export function unconstrainedPlaces(schema: unknown): readonly SchemaPath[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = Object.keys(schema).every((keyword) => ANNOTATIONS.has(keyword)) ? [[]] : [];
  return [...own, ...subschemas(schema as JsonSchema).flatMap(({ path, schema: inner }) => inside(path, inner))];
}

const ANNOTATIONS: ReadonlySet<string> = new Set(["title", "description", "default", "examples", "deprecated"]);

function inside(path: SchemaPath, schema: unknown): readonly SchemaPath[] {
  return unconstrainedPlaces(schema).map((place) => [...path, ...place]);
}

function subschemas(schema: JsonSchema): readonly { readonly path: SchemaPath; readonly schema: unknown }[] {
  const named = ["properties", "patternProperties", "$defs", "anyOf", "prefixItems"].flatMap((keyword) =>
    Object.entries((schema[keyword] ?? {}) as object).map(([key, inner]) => ({ path: [keyword, key], schema: inner })),
  );
  const sole = ["items", "additionalProperties"]
    .filter((keyword) => typeof schema[keyword] === "object")
    .map((keyword) => ({ path: [keyword], schema: schema[keyword] }));
  return [...named, ...sole];
}
