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

const ANYTHING_BUT_NULL = JSON.stringify([
  ...["string", "number", "boolean", "object"].map((type) => ({ type })),
  { type: "array", items: {} },
]);

function inside(path: SchemaPath, schema: unknown): readonly SchemaPath[] {
  return unconstrainedPlaces(schema).map((place) => [...path, ...place]);
}

function subschemas(schema: JsonSchema): readonly { readonly path: SchemaPath; readonly schema: unknown }[] {
  // It says that all is taken but null.
  if (JSON.stringify(schema.anyOf) === ANYTHING_BUT_NULL) return [];
  const named = ["properties", "patternProperties", "$defs", "anyOf", "prefixItems"].flatMap((keyword) =>
    Object.entries((schema[keyword] ?? {}) as object)
      // What a branch has from another one is judged there.
      .filter(([key]) => keyword !== "properties" || !schema["x-foreign"]?.includes(key))
      .map(([key, inner]) => ({ path: [keyword, key], schema: inner })),
  );
  const sole = ["items", "additionalProperties"]
    .filter((keyword) => typeof schema[keyword] === "object" && !(keyword === "items" && isFull(schema)))
    .map((keyword) => ({ path: [keyword], schema: schema[keyword] }));
  return [...named, ...sole];
}

/** Whether a list has no place for what its `items` say, which stand there for hosts that want to see some. */
function isFull({ prefixItems = [], maxItems }: JsonSchema): boolean {
  return typeof maxItems === "number" && maxItems <= (prefixItems as readonly unknown[]).length;
}
