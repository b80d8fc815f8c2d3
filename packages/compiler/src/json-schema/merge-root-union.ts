import { type Definitions, propertiesOf, requiredOf, resolve, valuesOf } from "./resolve.js";
import type { Schema } from "./schema.js";
import { SchemaIds } from "./schema-ids.js";

/**
 * The schema with the union at its root made into one object, since hosts refuse a tool whose schema begins with `anyOf`:
 * it has the properties of all branches, and requires what each of them requires. The branches stay beside it, as
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

/** The objects that a union may be, through its references. */
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

/** One schema of values of any of several: literals become one list. */
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

/** What may be there beside the declared properties: nothing, if that is so in each branch. */
function mergeRest(branches: readonly Schema[]): Schema {
  return branches.every(({ additionalProperties }) => additionalProperties === false)
    ? { additionalProperties: false }
    : {};
}
