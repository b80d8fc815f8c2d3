import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";

/** A schema within a schema, and where it is. */
export interface Subschema {
  readonly schema: unknown;
  /** From the outer schema, for example `["properties", "city"]`. */
  readonly path: readonly (string | number)[];
}

/** The schemas under a keyword that holds one for each name: `properties`, `patternProperties`. */
export function namedSubschemas(
  schema: JsonSchema,
  keyword: string,
): readonly (Subschema & { readonly name: string })[] {
  const operand = schema[keyword];
  if (!isObject(operand)) return [];
  return Object.entries(operand).map(([name, inner]) => ({ name, schema: inner, path: [keyword, name] }));
}

/** The schemas under a keyword that holds an array of them, such as `anyOf`. */
export function listedSubschemas(schema: JsonSchema, keyword: string): readonly Subschema[] {
  const operand = schema[keyword];
  if (!Array.isArray(operand)) return [];
  return operand.map((inner: unknown, index) => ({ schema: inner, path: [keyword, index] }));
}

/** The schema under a keyword that holds one, `items` or `additionalProperties`: none or one. */
export function soleSubschema(schema: JsonSchema, keyword: string): readonly Subschema[] {
  const operand = schema[keyword];
  return operand === undefined ? [] : [{ schema: operand, path: [keyword] }];
}

/** All that describe a part of the value. */
export function childSubschemas(schema: JsonSchema): readonly Subschema[] {
  return [
    ...namedSubschemas(schema, "properties"),
    ...namedSubschemas(schema, "patternProperties"),
    ...soleSubschema(schema, "additionalProperties"),
    ...listedSubschemas(schema, "prefixItems"),
    ...soleSubschema(schema, "items"),
  ];
}

/** All that describe the same value, but for `$ref`. */
export function inPlaceSubschemas(schema: JsonSchema): readonly Subschema[] {
  return ["allOf", ...UNIONS].flatMap((keyword) => listedSubschemas(schema, keyword));
}

/** The keywords of which one branch describes the value. */
export const UNIONS: readonly string[] = ["anyOf", "oneOf"];
