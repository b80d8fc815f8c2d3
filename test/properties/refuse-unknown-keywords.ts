import type { JsonSchema } from "@plainmcp/core";

/** @throws Error when the generator does not know a keyword, so that its values would not be worth much */
export function refuseUnknownKeywords(schema: JsonSchema): void {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  if (unknown.length > 0) throw new Error(`Teach test/properties/create-value.ts the keywords ${unknown.join(", ")}.`);
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    "title",
    "description",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "$comment",
    "$defs",
    "$schema",
  ],
  ...[
    "type",
    "enum",
    "const",
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "x-ts",
    "x-foreign",
    "x-given",
    "x-rest",
    "x-mcp-header",
    "contentEncoding",
    "contentMediaType",
  ],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "format"],
  ...["prefixItems", "items", "minItems", "maxItems", "uniqueItems"],
  ...[
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
  ],
]);
