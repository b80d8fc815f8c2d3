import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";

/** A schema within a schema, with its path. */
export interface Subschema {
  readonly schema: unknown;
  /** The path from the outer schema, for example `["properties", "city"]`. */
  readonly path: readonly (string | number)[];
}

/** The schemas of a keyword with one for each name: `properties`, `patternProperties`. */
export function namedSubschemas(
  schema: JsonSchema,
  keyword: string,
): readonly (Subschema & { readonly name: string })[] {
  const operand = schema[keyword];
  if (!isObject(operand)) return [];
  return Object.entries(operand).map(([name, inner]) => ({ name, schema: inner, path: [keyword, name] }));
}

/** The schemas of a keyword with an array of them, such as `anyOf`. */
export function listedSubschemas(schema: JsonSchema, keyword: string): readonly Subschema[] {
  const operand = schema[keyword];
  if (!Array.isArray(operand)) return [];
  return operand.map((inner: unknown, index) => ({ schema: inner, path: [keyword, index] }));
}

/** The schema of a keyword with a single one, `items` or `additionalProperties`: an array of none or one. */
export function soleSubschema(schema: JsonSchema, keyword: string): readonly Subschema[] {
  const operand = schema[keyword];
  return operand === undefined ? [] : [{ schema: operand, path: [keyword] }];
}

/** All subschemas that describe a part of the value. */
export function childSubschemas(schema: JsonSchema): readonly Subschema[] {
  return [
    ...namedSubschemas(schema, "properties"),
    ...namedSubschemas(schema, "patternProperties"),
    ...soleSubschema(schema, "additionalProperties"),
    ...listedSubschemas(schema, "prefixItems"),
    ...soleSubschema(schema, "items"),
  ];
}

/** All subschemas that describe the same value, except for `$ref`. */
export function inPlaceSubschemas(schema: JsonSchema): readonly Subschema[] {
  return ["allOf", ...UNIONS].flatMap((keyword) => listedSubschemas(schema, keyword));
}

/** The keywords of which one branch describes the value. */
export const UNIONS: readonly string[] = ["anyOf", "oneOf"];
