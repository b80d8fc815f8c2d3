import { isSilent } from "../docs/doc.js";
import { readValueDoc } from "../docs/read-value-doc.js";
import { ts } from "../typescript.js";
import type { LiteralValue } from "./convert-literal.js";
import type { Schema } from "./schema.js";
import type { UnionMember } from "./written-members.js";

/** What one value of a list means. */
export interface ValueNote {
  readonly value: LiteralValue;
  /** The comment at the member, behind the name of an enum's number, which says nothing by itself. */
  readonly text: string;
}

/** The comment at the member of an enum or of a union, and the name of an enum's number. Mostly there is none. */
export function valueNote(value: LiteralValue, { type, written }: UnionMember): ValueNote | undefined {
  const member = type.symbol?.declarations?.find(ts.isEnumMember);
  const place = member ?? written;
  const doc = place ? readValueDoc(place) : undefined;
  const comment = doc && !isSilent(doc) ? doc.description : "";
  const name = member && typeof value === "number" ? member.name.getText() : "";
  const text = [name, comment].filter((part) => part !== "").join(". ");
  return text === "" ? undefined : { value, text };
}

/** The schema with the notes on its values. */
export function withNotes(schema: Schema, notes: readonly (ValueNote | undefined)[]): Schema {
  const found = notes.filter((note) => note !== undefined);
  return found.length === 0 ? schema : { ...schema, "x-notes": found };
}

/** The notes as a part of a description. */
export function describeNotes(notes: readonly ValueNote[]): string {
  return notes.map(({ value, text }) => `- ${JSON.stringify(value)}: ${text}`).join("\n");
}
