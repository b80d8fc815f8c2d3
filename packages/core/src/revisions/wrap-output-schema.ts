import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";

/**
 * Converts an output schema to the legacy revisions, which allow only objects: any other value is sent as
 * `{ "result": … }`.
 */
export function wrapOutputSchema(schema: JsonSchema): JsonSchema {
  if (schema.type === "object") return schema;
  const { $schema } = schema;
  return {
    ...(typeof $schema === "string" && { $schema }),
    type: "object",
    properties: { result: moved(schema) as JsonSchema },
    required: ["result"],
  };
}

/** Keywords whose values are data. */
const DATA: ReadonlySet<string> = new Set(["const", "enum", "default", "examples"]);

/** Keywords whose values are schemas by names of the author's. */
const BY_NAME: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
  "dependencies",
]);

/** Makes the references in a schema point to its new place, unless its `$id` makes them independent of it. */
function moved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(moved);
  if (!isObject(node) || isBase(node.$id)) return node;
  return mapValues(node, (value, key) => {
    if (DATA.has(key)) return value;
    if (BY_NAME.has(key) && isObject(value)) return mapValues(value, moved);
    const isPointer = key === "$ref" || key === "$dynamicRef";
    return isPointer && typeof value === "string" ? value.replace(/^#(?=\/|$)/, "#/properties/result") : moved(value);
  });
}

/** Whether an `$id` changes what references refer to. The older form `#name` does not. */
function isBase(id: unknown): boolean {
  return id !== undefined && !(typeof id === "string" && id.startsWith("#"));
}

function mapValues(value: object, map: (value: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member, key)]));
}
