import { isSilent } from "../docs/doc.js";
import { readDoc } from "../docs/read-doc.js";
import { ts } from "../typescript.js";
import type { LiteralValue } from "./convert-literal.js";
import type { Schema } from "./schema.js";
import type { UnionMember } from "./written-members.js";

/**
 * What one value of a list means, as a line of a description: the comment at the member of an enum or of a union, and the
 * name of an enum's number, which says nothing by itself. Mostly it is empty.
 */
export function valueNote(value: LiteralValue, { type, written }: UnionMember): string {
  const member = type.symbol?.declarations?.find(ts.isEnumMember);
  const place = member ?? written;
  const doc = place ? readDoc(place) : undefined;
  const text = doc && !isSilent(doc) ? doc.description : "";
  const name = member && typeof value === "number" ? member.name.getText() : "";
  if (name === "" && text === "") return "";
  return `- ${JSON.stringify(value)}: ${[name, text].filter((part) => part !== "").join(". ")}`;
}

/** The schema with the notes on its values. */
export function withNotes(schema: Schema, notes: readonly string[]): Schema {
  const text = notes.filter((note) => note !== "").join("\n");
  return text === "" ? schema : { ...schema, "x-notes": text };
}
