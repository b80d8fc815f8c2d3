import type { JsonSchema } from "./json-schema.js";

/**
 * Returns the schema that values are checked against. Clients see one object instead of a root union, because hosts
 * refuse `anyOf` there; this puts the union's branches back.
 */
export function restoreRootUnion(schema: JsonSchema): JsonSchema {
  const { "x-anyOf": anyOf, properties, required, additionalProperties, ...rest } = schema;
  return anyOf === undefined ? schema : { ...rest, anyOf };
}
