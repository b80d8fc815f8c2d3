import type { JsonSchema } from "./json-schema.js";

/**
 * The schema by which values are checked. Clients see one object where a union is at the root, because hosts refuse
 * `anyOf` there; here its branches take the place of that object.
 */
export function restoreRootUnion(schema: JsonSchema): JsonSchema {
  const { "x-anyOf": anyOf, properties, required, additionalProperties, ...rest } = schema;
  return anyOf === undefined ? schema : { ...rest, anyOf };
}
