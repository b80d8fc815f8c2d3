import { admitsValue } from "../json-schema/admits.js";
import { FORMATS } from "../json-schema/formats.js";
import type { Schema } from "../json-schema/schema.js";
import { takesConstraint } from "../json-schema/takes-constraint.js";
import { slowPattern } from "../patterns/slow-pattern.js";
import type { DocTag } from "./doc.js";
import { readTag } from "./read-tag.js";
import { valueTag } from "./value-tags.js";

/**
 * The value of a tag in a package's comment; undefined if it may be prose or has a mistake, which the user could not
 * correct. Such tags may be written for another tool: `@default none`, `@pattern see the docs`.
 */
export function readForeignTag(tag: DocTag, schema: Schema): unknown {
  const { reads, constrains } = valueTag(tag.name);
  if (constrains && !takesConstraint(schema, constrains)) return undefined;
  if (tag.name === "format" && !FORMATS.has(tag.text)) return undefined;
  if (reads === "header" || reads === "name" || tag.name === "title") return undefined;
  if (reads === "json") return readJson(tag.text, schema);
  const value = readTag(tag, schema);
  return reads === "pattern" && !isHonest(value) ? undefined : value;
}

/** A text that is not JSON may be a remark and not a value. */
function readJson(text: string, schema: Schema): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return admitsValue(schema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Plain words are valid patterns too, so a pattern only counts with anchors. */
function isHonest(pattern: unknown): boolean {
  return typeof pattern === "string" && /^\^.*\$$/s.test(pattern) && slowPattern(pattern) === undefined;
}
