import type { Schema } from "./schema.js";

/** The schema with each schema in it replaced by what a function makes of it. What the keywords demand stays. */
export function mapSubschemas(schema: Schema, map: (inner: Schema) => Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, mapInside(keyword, value, map)]),
  );
}

function mapInside(keyword: string, value: unknown, map: (inner: Schema) => Schema): unknown {
  if (MAPS.has(keyword)) {
    const entries = Object.entries(value as { [name: string]: Schema | boolean });
    return Object.fromEntries(entries.map(([name, inner]) => [name, mapOne(inner, map)]));
  }
  if (LISTS.has(keyword)) return (value as (Schema | boolean)[]).map((inner) => mapOne(inner, map));
  return SCHEMAS.has(keyword) ? mapOne(value as Schema | boolean, map) : value;
}

function mapOne(inner: Schema | boolean, map: (inner: Schema) => Schema): Schema | boolean {
  return typeof inner === "object" ? map(inner) : inner;
}

const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs"]);
const LISTS: ReadonlySet<string> = new Set(["anyOf", "oneOf", "x-anyOf", "prefixItems"]);
const SCHEMAS: ReadonlySet<string> = new Set(["items", "additionalProperties", "propertyNames", "not"]);
