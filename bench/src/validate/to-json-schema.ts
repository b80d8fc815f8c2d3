import type { JsonSchema } from "@plainmcp/core";
import type { Fields, Shape } from "./generate-schemas.js";

/** The JSON Schema that our compiler would emit for a shape. */
export function toJsonSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case "string": {
      const { kind, ...limits } = shape;
      return { type: kind, ...limits };
    }
    case "number": {
      const { kind, integer, ...limits } = shape;
      return { type: integer ? "integer" : kind, ...limits };
    }
    case "boolean":
      return { type: "boolean" };
    case "enum":
      return { type: "string", enum: shape.values };
    case "array":
      return { type: "array", items: toJsonSchema(shape.items) };
    case "nullable":
      return { anyOf: [toJsonSchema(shape.inner), { type: "null" }] };
    case "tagged":
      return { anyOf: shape.branches.map((fields) => object(fields)) };
    case "object":
      return { ...object(shape.fields), ...(shape.closed && { additionalProperties: false }) };
  }
}

function object(fields: Fields): JsonSchema {
  const entries = Object.entries(fields).map(([name, field]) => [
    name.replace("?", ""),
    typeof field === "string" ? { type: "string", const: field } : toJsonSchema(field),
  ]);
  const required = Object.keys(fields).filter((name) => !name.endsWith("?"));
  return { type: "object", properties: Object.fromEntries(entries), required };
}
