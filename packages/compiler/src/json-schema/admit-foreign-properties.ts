import { compareBranches, haveNoValueInCommon } from "./compare-branches.js";
import { mapSubschemas } from "./map-subschemas.js";
import { type Definitions, propertiesOf, resolve } from "./resolve.js";
import type { Schema } from "./schema.js";
import { SchemaIds } from "./schema-ids.js";

/**
 * Allows a value of a union to have properties of several branches, as TypeScript does: unless a tag tells two branches
 * apart, each closed branch gets the other's properties as optional ones (`x-foreign` lists them).
 */
export function admitForeignProperties(root: Schema): Schema {
  const definitions = (root.$defs ?? {}) as Definitions;
  const added = new Map<string, Schema>();
  const known = new Map<Schema, { name?: string; result?: Schema }>();
  const ids = new SchemaIds();
  const result = walk(root);
  return added.size === 0
    ? result
    : { ...result, $defs: { ...(result.$defs as object), ...Object.fromEntries(added) } };

  function walk(schema: Schema): Schema {
    const entry = known.get(schema);
    if (entry?.result) return entry.result;
    // A referenced branch may contain the union that it is a branch of.
    if (entry) {
      entry.name ??= freeName();
      return { $ref: `#/$defs/${entry.name}` };
    }
    const open: { name?: string; result?: Schema } = {};
    known.set(schema, open);
    const extended = Array.isArray(schema.anyOf) ? { ...schema, anyOf: admit(schema.anyOf as Schema[]) } : schema;
    open.result = mapSubschemas(extended, walk);
    if (open.name !== undefined) added.set(open.name, open.result);
    return open.result;
  }

  function admit(branches: readonly Schema[]): readonly Schema[] {
    // With many branches, each would list the properties of all others, and no model could tell them apart.
    if (branches.length > MAX_BRANCHES) return branches;
    const objects = branches.map((branch) => resolve(branch, definitions));
    return branches.map((branch, index) => {
      const own = objects[index] as Schema;
      if (!isClosed(own)) return branch;
      const others = objects.filter((other) => other !== own && isClosed(other) && mayMeet(own, other));
      const foreign = foreignProperties(own, others, ids);
      const names = Object.keys(foreign);
      if (names.length === 0) return branch;
      const { $ref: _, ...said } = branch;
      return { ...own, ...said, properties: { ...propertiesOf(own), ...foreign }, "x-foreign": names };
    });
  }

  /**
   * Whether a value may belong to both. If each has a codec that could read it, it may not, because the two could not
   * be told apart.
   */
  function mayMeet(own: Schema, other: Schema): boolean {
    if (haveDifferentTags(own, other)) return false;
    const { oneCodes, otherCodes } = compareBranches(own, other, definitions);
    return !(oneCodes && otherCodes);
  }

  function freeName(): string {
    let name = "Union";
    for (let n = 2; Object.hasOwn(definitions, name) || added.has(name); n++) name = `Union${n}`;
    added.set(name, {});
    return name;
  }
}

const MAX_BRANCHES = 16;

/** Whether an object has the properties that its type declares, and no others. */
function isClosed(schema: Schema): boolean {
  return schema.type === "object" && schema.additionalProperties === false && schema.patternProperties === undefined;
}

function foreignProperties(
  own: Schema,
  others: readonly Schema[],
  ids: SchemaIds,
): { readonly [name: string]: Schema } {
  const found = new Map<string, Schema[]>();
  for (const [name, schema] of others.flatMap((other) => Object.entries(propertiesOf(other)))) {
    if (Object.hasOwn(propertiesOf(own), name)) continue;
    const schemas = found.get(name) ?? [];
    if (!schemas.some((known) => ids.idOf(known) === ids.idOf(schema))) schemas.push(schema);
    found.set(name, schemas);
  }
  const merged = [...found].map(([name, [first = {}, ...rest]]) => {
    return [name, rest.length === 0 ? first : { anyOf: [first, ...rest] }] as const;
  });
  return Object.fromEntries(merged);
}

/**
 * Whether both have a property with constant values, and share none of them. It may be optional: a value without it
 * still means one of the two.
 */
function haveDifferentTags(own: Schema, other: Schema): boolean {
  const tags = propertiesOf(other);
  return Object.entries(propertiesOf(own)).some(([name, schema]) => haveNoValueInCommon(schema, tags[name] ?? {}));
}
