import type { LiteralValue } from "../typescript/literal-value.js";
import type { Schema } from "./schema.js";

/** What one value of an enum means. */
export interface ValueNote {
  readonly value: LiteralValue;
  /** The member's comment. For a number in an enum, its name comes first. */
  readonly text: string;
}

/** The schema with the notes on its values. */
export function withNotes(schema: Schema, notes: readonly (ValueNote | undefined)[]): Schema {
  const found = notes.filter((note) => note !== undefined);
  return found.length === 0 ? schema : { ...schema, "x-notes": found };
}

/** The notes as text for a description. */
export function describeNotes(notes: readonly ValueNote[]): string {
  return notes.map(({ value, text }) => `- ${JSON.stringify(value)}: ${text}`).join("\n");
}
