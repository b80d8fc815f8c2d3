import { ts } from "../typescript.js";
import type { FoundUnion } from "./check-unions.js";
import { enumOf, type LiteralValue, literalValue } from "./convert-literal.js";
import type { Converter } from "./converter.js";
import type { Schema } from "./schema.js";
import { type ValueNote, valueNote, withNotes } from "./value-notes.js";
import { orderedMembers, type UnionMember } from "./written-members.js";

/** Unions: literals of one type become one `enum`, everything else a branch of `anyOf`. */
export const convertUnion: Converter = (site, builder) => {
  if (!site.type.isUnion()) return undefined;
  const members = orderedMembers(builder.possibleTypes(site), site, builder.project);
  const parts = joinBooleans(members).map((member): Part => {
    if (member === BOOLEAN) return { schema: { type: "boolean" } };
    const literal = literalValue(member.type);
    return literal === undefined
      ? { type: member.type, schema: builder.schemaOf({ ...site, written: undefined, ...member }) }
      : { type: member.type, literal, note: valueNote(literal, member) };
  });
  builder.noteUnion(site, parts.flatMap(toBranch));
  return combine(joinLiterals(parts));
};

/** TypeScript keeps `boolean` as the two literals it has. */
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

/** All literals of one type stand where the first of them was written; `null` is a branch of its own. */
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

/** An integer is a number. */
function isSameType(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((type) => (type === "integer" ? "number" : type));
  return a === b;
}

function combine(schemas: readonly Schema[]): Schema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [first = {}, ...others] = distinct;
  return others.length === 0 ? first : { anyOf: distinct };
}
