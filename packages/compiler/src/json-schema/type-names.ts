import type { Schema } from "./schema.js";
import { mapKeyword } from "./subschema-keywords.js";

/** The key under which a schema keeps the name of its type. A symbol, so it is never serialized. */
const NAME = Symbol("name");

interface Named {
  readonly [NAME]?: string | undefined;
}

/** The schema with the name of its type, for a definition that may be made of it. */
export function withTypeName(schema: Schema, name: string | undefined): Schema {
  return name === undefined ? schema : { ...schema, [NAME]: name };
}

/** The name of the type that a schema was made from, if it has one. */
export function typeNameOf(schema: object): string | undefined {
  return (schema as Named)[NAME];
}

/** The schema without the names of types, which are not needed once it is finished. */
export function withoutTypeNames(root: Schema): Schema {
  const known = new Map<object, Schema>();
  return strip(root);

  function strip(schema: object): Schema {
    const before = known.get(schema);
    if (before) return before;
    const entries = Object.entries(schema).map(([keyword, value]) => [keyword, mapKeyword(keyword, value, strip)]);
    const stripped: Schema = Object.fromEntries(entries);
    known.set(schema, stripped);
    return stripped;
  }
}
