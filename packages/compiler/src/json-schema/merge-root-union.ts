import { type Definitions, propertiesOf, requiredOf, resolve, valuesOf } from "./resolve.js";
import type { Schema } from "./schema.js";
import { SchemaIds } from "./schema-ids.js";

/**
 * Turns a union at the root of a schema into one object, because hosts refuse a tool whose schema has `anyOf` at its
 * root. The object has the properties of all branches and requires what all of them require. The branches stay in
 * `x-anyOf`, for the server to check.
 */
export function mergeRootUnion(root: Schema): Schema {
  const { anyOf, ...rest } = root;
  if (!Array.isArray(anyOf)) return root;
  const definitions = (root.$defs ?? {}) as Definitions;
  const branches = flatten(anyOf as readonly Schema[], definitions);
  const required = requiredOf(branches[0] ?? {}).filter((name) =>
    branches.every((branch) => requiredOf(branch).includes(name)),
  );
  return {
    ...rest,
    type: "object",
    properties: mergeProperties(branches),
    ...(required.length > 0 && { required }),
    ...mergeRest(branches),
    "x-anyOf": anyOf,
  };
}

/** The objects in a union, with references resolved. */
function flatten(schemas: readonly Schema[], definitions: Definitions): readonly Schema[] {
  return schemas.flatMap((schema) => {
    const branch = resolve(schema, definitions);
    return Array.isArray(branch.anyOf) ? flatten(branch.anyOf as readonly Schema[], definitions) : [branch];
  });
}

function mergeProperties(branches: readonly Schema[]): { readonly [name: string]: Schema } {
  const found = new Map<string, Schema[]>();
  for (const branch of branches) {
    for (const [name, schema] of Object.entries(propertiesOf(branch)))
      found.set(name, [...(found.get(name) ?? []), schema]);
  }
  const ids = new SchemaIds();
  return Object.fromEntries([...found].map(([name, schemas]) => [name, mergeSchemas(schemas, ids)]));
}

/** One schema for the values of several; constants become one enum. */
function mergeSchemas(schemas: readonly Schema[], ids: SchemaIds): Schema {
  const possible = schemas.filter(({ not }) => not === undefined);
  const distinct = [...new Map(possible.map((schema) => [ids.idOf(schema), schema])).values()];
  const [first, ...others] = distinct;
  if (first === undefined) return { not: {} };
  if (others.length === 0) return first;
  const values = distinct.map(valuesOf);
  if (values.includes(undefined) || distinct.some(({ type }) => type !== first.type)) return { anyOf: distinct };
  const { const: _, enum: __, ...said } = first;
  const all = [...new Set(values.flat())];
  return said.type === "boolean" && all.length === 2 ? said : { ...said, enum: all };
}

/** Undeclared properties are forbidden if each branch forbids them. */
function mergeRest(branches: readonly Schema[]): Schema {
  return branches.every(({ additionalProperties }) => additionalProperties === false)
    ? { additionalProperties: false }
    : {};
}
