import type { Schema } from "../json-schema/schema.js";
import { takesConstraint } from "../json-schema/takes-constraint.js";
import { valueTag } from "./value-tags.js";

/** A constraint that a comment puts on a value. */
export interface Constraint {
  /** The name of its tag. It is also the keyword, except for `@integer`. */
  readonly name: string;
  readonly value: unknown;
}

/**
 * The schema with a constraint from a comment. It replaces constraints from other comments, but is added to those of
 * the type. In a union, it goes into the branches it is about, because some hosts allow no keywords beside `anyOf`.
 */
export function constrain(schema: Schema, constraint: Constraint): Schema {
  if (!takesConstraint(schema, valueTag(constraint.name).constrains ?? "")) return schema;
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: (schema.anyOf as Schema[]).map((branch) => constrain(branch, constraint)) };
  }
  return constraint.name === "integer" ? onlyIntegers(schema) : withConstraint(schema, constraint);
}

/** Turns numbers into integers, and leaves the other types of a value as they are. */
function onlyIntegers(schema: Schema): Schema {
  const one = (type: unknown) => (type === "number" ? "integer" : type);
  const { type } = schema;
  return type === undefined ? schema : { ...schema, type: Array.isArray(type) ? type.map(one) : one(type) };
}

/**
 * Under this key, a schema remembers the type's own values of keywords that comments have set. It is never serialized.
 */
const OF_TYPE = Symbol("of type");

function withConstraint(schema: Schema, { name, value }: Constraint): Schema {
  const known = (schema as { readonly [OF_TYPE]?: Schema })[OF_TYPE] ?? {};
  const { allOf = [], ...rest } = schema as { readonly allOf?: readonly Schema[] } & Schema;
  // The type's own parts come first. A comment only replaces parts from other comments.
  const count = (known.allOf as readonly Schema[] | undefined)?.length ?? allOf.length;
  const parts = allOf.filter((part, at) => at < count || !(name in part));
  const own = name in known ? known[name] : schema[name];
  const ofType = { ...known, [name]: own, allOf: allOf.slice(0, count) };
  return { ...narrow({ ...rest, ...(parts.length > 0 && { allOf: parts }) }, name, value, own), [OF_TYPE]: ofType };
}

/** The schema with another value of a keyword, in addition to the value that its type has for it. */
export function narrow(schema: Schema, keyword: string, value: unknown, own: unknown): Schema {
  const both = own === undefined ? value : stricter(keyword, own, value);
  const { allOf = [] } = schema as { readonly allOf?: readonly Schema[] };
  const parts = both === undefined ? [...allOf, { [keyword]: value }] : allOf;
  const narrowed: Schema = { ...schema, [keyword]: both ?? own };
  if (parts.length === 0) return narrowed;
  // With a length limit in the same schema, patterns are only matched against short texts.
  const { maxLength } = narrowed;
  const limited = parts.map((part) => ("pattern" in part && maxLength !== undefined ? { ...part, maxLength } : part));
  return { ...narrowed, allOf: limited };
}

/** The one value of a keyword that is as strict as two values together; undefined if there is no such value. */
function stricter(keyword: string, one: unknown, other: unknown): unknown {
  if (one === other) return one;
  if (typeof one === "boolean" && typeof other === "boolean") return one || other;
  if (typeof one !== "number" || typeof other !== "number") return undefined;
  const [larger, smaller] = [Math.max(one, other), Math.min(one, other)];
  if (keyword === "multipleOf") return larger % smaller === 0 ? larger : undefined;
  return /^(?:min|exclusiveMin)/.test(keyword) ? larger : smaller;
}
