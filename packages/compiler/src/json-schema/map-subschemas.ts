import type { Schema } from "./schema.js";
import { mapKeyword } from "./subschema-keywords.js";
import { typeNameOf, withTypeName } from "./type-names.js";

/** The schema with a function applied to each schema directly inside it. */
export function mapSubschemas(schema: Schema, map: (inner: Schema) => Schema): Schema {
  const entries = Object.entries(schema).map(([keyword, value]) => [
    keyword,
    mapKeyword(keyword, value, (inner) => map(inner as Schema)),
  ]);
  return withTypeName(Object.fromEntries(entries), typeNameOf(schema));
}
