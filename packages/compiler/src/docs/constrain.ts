import type { Schema } from "../schema/schema.js";
import { takesConstraint } from "./takes-constraint.js";
import { valueTag } from "./value-tags.js";

/** A constraint that a comment puts on a value. */
export interface Constraint {
  /** The name of its tag. It is the keyword, too, except for `@integer`. */
  readonly name: string;
  readonly value: unknown;
}

/**
 * The schema with a constraint of a comment. It replaces what another comment said, but not what the type says: there both
 * hold. In a union it stands in the branches it is about, since some hosts take nothing beside `anyOf`.
 */
export function constrain(schema: Schema, constraint: Constraint): Schema {
  if (!takesConstraint(schema, valueTag(constraint.name).constrains ?? "")) return schema;
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: (schema.anyOf as Schema[]).map((branch) => constrain(branch, constraint)) };
  }
  return constraint.name === "integer" ? onlyIntegers(schema) : withConstraint(schema, constraint);
}

/** Numbers become integers; what else a value may be stays. */
function onlyIntegers(schema: Schema): Schema {
  const one = (type: unknown) => (type === "number" ? "integer" : type);
  const { type } = schema;
  return type === undefined ? schema : { ...schema, type: Array.isArray(type) ? type.map(one) : one(type) };
}

/** Under this key a schema keeps what its type says by the keywords that comments have set. It is never written out. */
const OF_TYPE = Symbol("of type");

function withConstraint(schema: Schema, { name, value }: Constraint): Schema {
  const known = (schema as { readonly [OF_TYPE]?: Schema })[OF_TYPE] ?? {};
  const own = name in known ? known[name] : schema[name];
  const both = own === undefined ? value : stricter(name, own, value);
  const { allOf = [], ...rest } = schema as { readonly allOf?: readonly Schema[] } & Schema;
  const constrained = { ...rest, [name]: both ?? own, [OF_TYPE]: { ...known, [name]: own } };
  const { maxLength } = constrained as Schema;
  const parts = allOf.filter((part) => name === "maxLength" || !(name in part));
  if (both === undefined) parts.push({ [name]: value });
  if (parts.length === 0) return constrained;
  // A pattern is matched with what is short enough, if its length is limited right beside it.
  const limited = parts.map((part) => ("pattern" in part && maxLength !== undefined ? { ...part, maxLength } : part));
  return { ...constrained, allOf: limited };
}

/** The value of a keyword that demands what two values of it demand; nothing where no single value does. */
function stricter(keyword: string, one: unknown, other: unknown): unknown {
  if (one === other) return one;
  if (typeof one === "boolean" && typeof other === "boolean") return one || other;
  if (typeof one !== "number" || typeof other !== "number") return undefined;
  const [larger, smaller] = [Math.max(one, other), Math.min(one, other)];
  if (keyword === "multipleOf") return larger % smaller === 0 ? larger : undefined;
  return /^(?:min|exclusiveMin)/.test(keyword) ? larger : smaller;
}
