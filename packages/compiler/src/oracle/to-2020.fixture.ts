/** Converts a schema from draft 7 to 2020-12. */
export function to2020(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(to2020);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([keyword]) => keyword !== "$schema");
  const isTuple = Array.isArray((schema as { items?: unknown }).items);
  return Object.fromEntries(entries.map(([keyword, value]) => [rename(keyword, isTuple), convert(keyword, value)]));
}

function rename(keyword: string, isTuple: boolean): string {
  if (keyword === "definitions") return "$defs";
  if (keyword === "items" && isTuple) return "prefixItems";
  return keyword === "additionalItems" ? "items" : keyword;
}

function convert(keyword: string, value: unknown): unknown {
  if (keyword === "$ref") return String(value).replace("#/definitions/", "#/$defs/");
  if (DATA.has(keyword)) return value;
  if (!NAMED.has(keyword)) return to2020(value);
  return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, to2020(schema)]));
}

const DATA: ReadonlySet<string> = new Set(["const", "default", "enum", "examples", "required"]);
const NAMED: ReadonlySet<string> = new Set(["definitions", "patternProperties", "properties"]);
