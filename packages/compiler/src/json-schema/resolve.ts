import type { Schema } from "./schema.js";

/** The definitions of a schema, by name. */
export type Definitions = { readonly [name: string]: Schema };

/** The target of a reference into the definitions, or the schema itself. */
export function resolve(schema: Schema, definitions: Definitions): Schema {
  if (typeof schema.$ref !== "string") return schema;
  const target = definitions[schema.$ref.replace("#/$defs/", "")];
  return target === undefined ? schema : resolve(target, definitions);
}

/** The schemas of an object's properties, by name. */
export function propertiesOf(schema: Schema): { readonly [name: string]: Schema } {
  return (schema.properties ?? {}) as { readonly [name: string]: Schema };
}

/** The names of an object's required properties. */
export function requiredOf(schema: Schema): readonly string[] {
  return (schema.required ?? []) as readonly string[];
}

/** The values of a schema with `const` or `enum`. */
export function valuesOf(schema: Schema): readonly unknown[] | undefined {
  if ("const" in schema) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}
