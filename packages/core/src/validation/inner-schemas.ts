import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";

/** The schemas right inside of one, each with the keys that lead to it. */
export function* innerSchemas(schema: JsonSchema): Iterable<readonly [keys: readonly string[], inner: JsonSchema]> {
  for (const [keyword, operand] of Object.entries(schema)) {
    const isEach = (Array.isArray(operand) && LISTS.has(keyword)) || (isObject(operand) && MAPS.has(keyword));
    if (isEach) {
      for (const [key, inner] of Object.entries(operand)) if (isObject(inner)) yield [[keyword, key], inner];
    } else if (isObject(operand) && SCHEMAS.has(keyword)) {
      yield [[keyword], operand];
    }
  }
}

/** The keywords with one schema. */
const SCHEMAS: ReadonlySet<string> = new Set([
  ...["additionalProperties", "propertyNames", "unevaluatedProperties", "items", "contains", "unevaluatedItems"],
  ...["not", "if", "then", "else", "contentSchema", "additionalItems"],
]);

/** The keywords with an array of schemas, including `items` in older drafts. */
const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems", "items"]);

/** The keywords with one schema for each name. */
const MAPS: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"],
]);
