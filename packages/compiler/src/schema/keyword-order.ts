import { HeaderMark } from "../docs/header-mark.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { Schema } from "./schema.js";
import { describeNotes } from "./value-notes.js";

/** The schema as it goes into the manifest: with its keywords, at every level, in the order a reader wants them. */
export function orderKeywords({ "x-notes": notes, ...schema }: Schema): Schema {
  const parts = [schema.description, notes && describeNotes(notes)];
  const description = parts.filter((part) => part !== undefined).join("\n\n");
  const finished = description === "" ? schema : { ...schema, description };
  const entries = Object.entries(finished)
    // What is no argument of a tool is repeated in no header, though its type may ask for one.
    .filter(([, value]) => !(value instanceof HeaderMark))
    .sort(([a], [b]) => rank(a) - rank(b));
  return mapSubschemas(Object.fromEntries(entries), orderKeywords);
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

const LAST = ["default", "examples", "x-ts", "x-foreign", "x-anyOf", "x-given", "$defs"];

function rank(keyword: string): number {
  const first = ORDER.indexOf(keyword);
  if (first !== -1) return first;
  return ORDER.length + 1 + LAST.indexOf(keyword);
}
