import { enumOf } from "../json-schema/enum-of.js";
import type { Schema } from "../json-schema/schema.js";
import { type ValueNote, withNotes } from "../json-schema/value-notes.js";
import { type LiteralValue, literalValue } from "../typescript/literal-value.js";
import { ts } from "../typescript/typescript.js";
import type { FoundUnion } from "./check-unions.js";
import type { Converter } from "./converter.js";
import { type FlagSet, flagSets } from "./flag-sets.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";
import { textProduct } from "./text-product.js";
import { valueNote } from "./value-note.js";
import { orderedMembers, type UnionMember } from "./written-members.js";

/** Unions: literals of one type become one `enum`, and everything else a branch of `anyOf`. */
export const convertUnion: Converter = (site, builder) =>
  site.type.isUnion() ? unionSchema(builder.possibleTypes(site), site, builder) : undefined;

/** The schema of a value that has one of several types. */
export function unionSchema(types: readonly ts.Type[], site: Site, builder: SchemaBuilder): Schema {
  const product = textProduct(types, site, builder.project);
  const { others = types } = product ?? {};
  const members = others.length > 0 ? orderedMembers(others, site, builder.project) : [];
  const flags = flagSets(members, site, builder.project);
  const parts = joinBooleans(joinFlags(members, flags)).map((member): Part => {
    const set = flags.find((one) => member !== BOOLEAN && one.members.has(member));
    if (set) return { schema: set.schema };
    if (member === BOOLEAN) return { schema: { type: "boolean" } };
    const literal = literalValue(member.type);
    return literal === undefined
      ? { type: member.type, schema: builder.schemaOf({ ...site, written: undefined, ...member }) }
      : { type: member.type, literal, note: valueNote(literal, member) };
  });
  const possible = builder.direction === "input" ? withoutWiderBytes(parts) : parts;
  builder.noteUnion(site, possible.flatMap(toBranch));
  const texts = product ? [{ schema: product.schema }] : [];
  return combine(builder.distinct(joinLiterals([...texts, ...possible])));
}

/** A `Buffer` is a `Uint8Array`, so it satisfies a union of both. */
function withoutWiderBytes(parts: readonly Part[]): readonly Part[] {
  const has = (part: Part, name: string) => "schema" in part && part.schema["x-ts"] === name;
  return parts.some((part) => has(part, "Buffer")) ? parts.filter((part) => !has(part, "Uint8Array")) : parts;
}

/** Flags take the place of the first of them. */
function joinFlags(members: readonly UnionMember[], flags: readonly FlagSet[]): readonly UnionMember[] {
  const later = new Set(flags.flatMap((set) => [...set.members].slice(1)));
  return members.filter((member) => !later.has(member));
}

/** TypeScript represents `boolean` as a union of its two literals. */
const BOOLEAN = Symbol("boolean");

function joinBooleans(members: readonly UnionMember[]): (UnionMember | typeof BOOLEAN)[] {
  const isLiteral = ({ type }: UnionMember) => (type.flags & ts.TypeFlags.BooleanLiteral) !== 0;
  const literals = members.filter(isLiteral);
  if (literals.length < 2) return [...members];
  return members.filter((member) => member !== literals[1]).map((member) => (isLiteral(member) ? BOOLEAN : member));
}

type Part =
  | { readonly type?: ts.Type; readonly schema: Schema }
  | { readonly type: ts.Type; readonly literal: LiteralValue; readonly note: ValueNote | undefined };

function toBranch(part: Part): FoundUnion["branches"] {
  if (part.type === undefined) return [];
  return [{ type: part.type, schema: "schema" in part ? part.schema : enumOf([part.literal]) }];
}

/** All literals of one type take the place of the first of them; `null` is a branch of its own. */
function joinLiterals(parts: readonly Part[]): Schema[] {
  const literals = parts.flatMap((part) => ("literal" in part && part.literal !== null ? [part] : []));
  return parts.flatMap((part) => {
    if ("schema" in part) return [part.schema];
    if (part.literal === null) return [{ type: "null" }];
    const { type } = enumOf([part.literal]);
    const same = literals.filter(({ literal }) => isSameType(enumOf([literal]).type, type));
    if (same[0] !== part) return [];
    return [
      withNotes(
        enumOf(same.map(({ literal }) => literal)),
        same.map(({ note }) => note),
      ),
    ];
  });
}

/** Integers count as numbers. */
function isSameType(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((type) => (type === "integer" ? "number" : type));
  return a === b;
}

function combine(distinct: readonly Schema[]): Schema {
  const [first = {}, ...others] = distinct;
  return others.length === 0 ? first : { anyOf: distinct };
}
