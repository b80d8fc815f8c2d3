import type { Schema } from "./schema.js";
import { mapKeyword } from "./subschema-keywords.js";

/** Where a schema keeps the name of its type. No keyword, so it is part of no text. */
const NAME = Symbol("name");

interface Named {
  readonly [NAME]?: string | undefined;
}

/** The schema with the name of its type, which a definition made of it will have. */
export function withTypeName(schema: Schema, name: string | undefined): Schema {
  return name === undefined ? schema : { ...schema, [NAME]: name };
}

/** The name of the type that a schema was made of, if the type has one. */
export function typeNameOf(schema: object): string | undefined {
  return (schema as Named)[NAME];
}

/** The schema without all names of types, which are nobody's business any more once it is finished. */
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
