import type { Fields, Shape } from "./generate-schemas.js";

/** The source text that a person would write for a shape with zod. */
export function toZod(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      if (shape.format !== undefined) return "z.iso.datetime({ offset: true })";
      return `z.string()${limit("min", shape.minLength)}${limit("max", shape.maxLength)}`;
    case "number":
      return `z.${shape.integer ? "int" : "number"}()${limit("min", shape.minimum)}${limit("max", shape.maximum)}`;
    case "boolean":
      return "z.boolean()";
    case "enum":
      return `z.enum(${JSON.stringify(shape.values)})`;
    case "array":
      return `z.array(${toZod(shape.items)})`;
    case "nullable":
      return `${toZod(shape.inner)}.nullable()`;
    case "tagged":
      return `z.discriminatedUnion("by", [${shape.branches.map((fields) => `z.object(${members(fields)})`).join(", ")}])`;
    case "object":
      return `z.${shape.closed ? "strictObject" : "looseObject"}(${members(shape.fields)})`;
  }
}

function members(fields: Fields): string {
  const parts = Object.entries(fields).map(([name, field]) => {
    const value = typeof field === "string" ? `z.literal(${JSON.stringify(field)})` : toZod(field);
    return name.endsWith("?") ? `${name.slice(0, -1)}: ${value}.optional()` : `${name}: ${value}`;
  });
  return `{ ${parts.join(", ")} }`;
}

function limit(method: string, value: number | undefined): string {
  return value === undefined ? "" : `.${method}(${value})`;
}
