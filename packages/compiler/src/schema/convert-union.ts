import { ts } from "../typescript.js";
import { enumOf, type LiteralValue, literalValue } from "./convert-literal.js";
import type { Converter } from "./converter.js";
import { type FlagSet, flagSets } from "./flag-sets.js";
import type { Schema } from "./schema.js";
import { textProduct } from "./text-product.js";
import { type ValueNote, valueNote, withNotes } from "./value-notes.js";
import { orderedMembers, type UnionMember } from "./written-members.js";

/** Unions: literals become one `enum`, plain types one list of types, everything else `anyOf`. */
export const convertUnion: Converter = (site, builder) => {
  if (!site.type.isUnion()) return undefined;
  const types = builder.possibleTypes(site);
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
      ? { schema: builder.schemaOf({ ...site, written: undefined, ...member }) }
      : { literal, note: valueNote(literal, member) };
  });
  const texts = product ? [{ schema: product.schema }] : [];
  return combine(builder.distinct(joinLiterals([...texts, ...parts])));
};

/** Flags stand where the first of them was written. */
function joinFlags(members: readonly UnionMember[], flags: readonly FlagSet[]): readonly UnionMember[] {
  const later = new Set(flags.flatMap((set) => [...set.members].slice(1)));
  return members.filter((member) => !later.has(member));
}

/** TypeScript keeps `boolean` as the two literals it has. */
const BOOLEAN = Symbol("boolean");

function joinBooleans(members: readonly UnionMember[]): (UnionMember | typeof BOOLEAN)[] {
  const isLiteral = ({ type }: UnionMember) => (type.flags & ts.TypeFlags.BooleanLiteral) !== 0;
  const literals = members.filter(isLiteral);
  if (literals.length < 2) return [...members];
  return members.filter((member) => member !== literals[1]).map((member) => (isLiteral(member) ? BOOLEAN : member));
}

type Part = { readonly schema: Schema } | { readonly literal: LiteralValue; readonly note: ValueNote | undefined };

/** All literals stand where the first of them was written. */
function joinLiterals(parts: readonly Part[]): Schema[] {
  const literals = parts.flatMap((part) => ("literal" in part ? [part.literal] : []));
  const notes = parts.flatMap((part) => ("literal" in part ? [part.note] : []));
  if (literals.length === parts.length) return [withNotes(enumOf(literals), notes)];
  const values = literals.filter((literal) => literal !== null);
  return parts.flatMap((part) => {
    if ("schema" in part) return [part.schema];
    if (part.literal === null) return [{ type: "null" }];
    return part.literal === values[0] ? [withNotes(enumOf(values), notes)] : [];
  });
}

function combine(distinct: readonly Schema[]): Schema {
  const [first = {}, ...others] = distinct;
  if (others.length === 0) return first;
  const plain = distinct.every((schema) => "type" in schema && Object.keys(schema).length === 1);
  return plain ? { type: distinct.flatMap(({ type }) => type) } : { anyOf: distinct };
}
