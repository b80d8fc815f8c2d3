import { HeaderMark } from "./header-mark.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { Schema } from "./schema.js";
import { typeNameOf, withTypeName } from "./type-names.js";
import { describeNotes } from "./value-notes.js";

/** The schema as it goes into the manifest, with the keywords at every level in a readable order. */
export function orderKeywords(root: Schema): Schema {
  const known = new Map<object, Schema>();
  return order(root);

  function order(schema: Schema): Schema {
    // A schema that is shared by many places stays one object.
    const ordered = known.get(schema) ?? orderOne(schema, order);
    known.set(schema, ordered);
    return ordered;
  }
}

function orderOne(unordered: Schema, order: (inner: Schema) => Schema): Schema {
  const { "x-notes": notes, ...schema } = unordered;
  const parts = [schema.description, notes && describeNotes(notes)];
  const description = parts.filter((part) => part !== undefined).join("\n\n");
  const finished = description === "" ? schema : { ...schema, description };
  const entries = Object.entries(finished)
    // Only arguments of tools have headers, even if the type of something else asks for one.
    .filter(([, value]) => !(value instanceof HeaderMark))
    .sort(([a], [b]) => rank(a) - rank(b));
  return withTypeName(mapSubschemas(Object.fromEntries(entries), order), typeNameOf(unordered));
}

const ORDER = [
  "$ref",
  "title",
  "type",
  "description",
  "deprecated",
  "const",
  "enum",
  "anyOf",
  "oneOf",
  "format",
  "pattern",
  "contentEncoding",
  "properties",
  "required",
  "patternProperties",
  "propertyNames",
  "additionalProperties",
  "prefixItems",
  "items",
];

const LAST = ["default", "examples", "x-ts", "x-foreign", "x-anyOf", "x-rest", "x-given", "$defs"];

function rank(keyword: string): number {
  const first = ORDER.indexOf(keyword);
  if (first !== -1) return first;
  return ORDER.length + 1 + LAST.indexOf(keyword);
}
