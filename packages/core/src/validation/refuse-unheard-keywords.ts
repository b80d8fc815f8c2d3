import { isObject } from "../values/is-object.js";
import { toJsonPointer } from "./json-pointer.js";
import { UnsupportedSchemaError } from "./schema-errors.js";

/**
 * Refuses keywords that Ajv does not know either, because it would ignore them, and with them the author's
 * requirements.
 *
 * @param known The keywords that the closures know
 * @throws UnsupportedSchemaError
 */
export function refuseUnheardKeywords(schema: unknown, known: ReadonlySet<string>, path: readonly string[] = []): void {
  if (!isObject(schema)) return;
  for (const [keyword, operand] of Object.entries(schema)) {
    const at = [...path, keyword];
    if (!known.has(keyword) && !AJV.has(keyword) && !keyword.startsWith("x-")) {
      throw new UnsupportedSchemaError(toJsonPointer(at), "neither the validator nor Ajv knows this keyword");
    }
    if (Array.isArray(operand) && LISTS.has(keyword)) {
      for (const [index, inner] of operand.entries()) refuseUnheardKeywords(inner, known, [...at, String(index)]);
    } else if (isObject(operand) && MAPS.has(keyword)) {
      for (const [name, inner] of Object.entries(operand)) refuseUnheardKeywords(inner, known, [...at, name]);
    } else if (SCHEMAS.has(keyword)) {
      refuseUnheardKeywords(operand, known, at);
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

/** The keywords of this draft and older ones that only Ajv knows. */
const AJV: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary"],
  ...["$defs", "definitions", "dependencies", "dependentSchemas", "additionalItems", "contentSchema"],
  ...["unevaluatedItems", "unevaluatedProperties"],
]);
