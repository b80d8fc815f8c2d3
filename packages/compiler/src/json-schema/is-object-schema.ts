import type { Schema } from "./schema.js";

/** Whether all values of a schema are objects. `root` holds the definitions it refers to. */
export function isObjectSchema(schema: Schema, root: Schema = schema): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).every((part) => isObjectSchema(part, root));
  if (schema.$ref === undefined) return schema.type === "object";
  const definitions = root.$defs as { readonly [name: string]: Schema } | undefined;
  const name = String(schema.$ref).replace("#/$defs/", "");
  const target = definitions?.[name];
  // A definition whose alternatives lead back to itself adds no further values.
  return target !== undefined && isObjectSchema(target, { $defs: { ...definitions, [name]: OBJECT } });
}

const OBJECT: Schema = { type: "object" };
