/** The keywords with a schema for each name that the author chose. */
export const NAMED_SCHEMAS: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "$defs", "dependentSchemas", "definitions"],
]);

/** The keywords whose values are data, even if they look like schemas. */
export const DATA: ReadonlySet<string> = new Set(["const", "enum", "default", "examples", "required"]);
