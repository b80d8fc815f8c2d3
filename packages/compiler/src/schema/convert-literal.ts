import { enumOf } from "../json-schema/enum-of.js";
import { withNotes } from "../json-schema/value-notes.js";
import { literalValue } from "../typescript/literal-value.js";
import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { valueNote } from "./value-note.js";

/** Literal types: `"C"`, `3`, `true`, a member of an enum. */
export const convertLiteral: Converter = ({ type }) => {
  if (type.flags & ts.TypeFlags.Null) return undefined;
  const value = literalValue(type);
  return value === undefined ? undefined : withNotes(enumOf([value]), [valueNote(value, { type })]);
};
