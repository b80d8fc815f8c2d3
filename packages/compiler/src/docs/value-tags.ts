/** How to read a tag's text, and the kind of values that its keyword constrains. */
interface ValueTag {
  readonly reads: "number" | "count" | "flag" | "text" | "pattern" | "json" | "header" | "name";
  readonly constrains?: "number" | "string" | "array" | "object";
}

/** The doc tags about values. All but `@alias` become schema keywords. */
const VALUE_TAGS: { readonly [name: string]: ValueTag } = {
  minimum: { reads: "number", constrains: "number" },
  maximum: { reads: "number", constrains: "number" },
  exclusiveMinimum: { reads: "number", constrains: "number" },
  exclusiveMaximum: { reads: "number", constrains: "number" },
  multipleOf: { reads: "number", constrains: "number" },
  integer: { reads: "flag", constrains: "number" },
  minLength: { reads: "count", constrains: "string" },
  maxLength: { reads: "count", constrains: "string" },
  pattern: { reads: "pattern", constrains: "string" },
  format: { reads: "text", constrains: "string" },
  minItems: { reads: "count", constrains: "array" },
  maxItems: { reads: "count", constrains: "array" },
  uniqueItems: { reads: "flag", constrains: "array" },
  minProperties: { reads: "count", constrains: "object" },
  maxProperties: { reads: "count", constrains: "object" },
  title: { reads: "text" },
  header: { reads: "header" },
  alias: { reads: "name" },
  default: { reads: "json" },
  example: { reads: "json" },
  deprecated: { reads: "flag" },
};

/** Whether a doc tag describes a value. */
export function isValueTag(name: string): boolean {
  return Object.hasOwn(VALUE_TAGS, name);
}

/** The tag's rule. */
export function valueTag(name: string): ValueTag {
  const tag = VALUE_TAGS[name];
  if (!tag) throw new Error(`@${name} is not a value tag`);
  return tag;
}
