/** What a keyword's value holds: one schema, a list of schemas, a schema for each name, or data. */
export function contentOf(keyword: string): "schema" | "list" | "map" | "data" {
  if (MAPS.has(keyword)) return "map";
  if (LISTS.has(keyword)) return "list";
  return SCHEMAS.has(keyword) ? "schema" : "data";
}

const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
const LISTS: ReadonlySet<string> = new Set(["anyOf", "oneOf", "allOf", "x-anyOf", "prefixItems"]);
const SCHEMAS: ReadonlySet<string> = new Set([
  ...["items", "x-rest", "additionalProperties", "propertyNames", "not", "contains"],
  ...["if", "then", "else", "unevaluatedItems", "unevaluatedProperties"],
]);

/** The value of a keyword with a function applied to each schema in it. In a map, the function also gets the key. */
export function mapKeyword<T>(keyword: string, value: unknown, map: (schema: object, key?: string) => T): unknown {
  const content = contentOf(keyword);
  if (content === "data" || typeof value !== "object" || value === null) return value;
  if (content === "schema") return map(value);
  const one = (part: unknown, key?: string) => (typeof part === "object" && part !== null ? map(part, key) : part);
  if (Array.isArray(value)) return value.map((part) => one(part));
  const entries = Object.entries(value).map(([name, part]) => [name, one(part, content === "map" ? name : undefined)]);
  return Object.fromEntries(entries);
}
