import { isSilent } from "../docs/doc.js";
import { readValueDoc } from "../docs/read-value-doc.js";
import type { ValueNote } from "../json-schema/value-notes.js";
import type { LiteralValue } from "../typescript/literal-value.js";
import { ts } from "../typescript/typescript.js";
import type { UnionMember } from "./written-members.js";

/** The comment on a member of an enum or a union, with the name of an enum's number; undefined if there is neither. */
export function valueNote(value: LiteralValue, { type, written }: UnionMember): ValueNote | undefined {
  const member = type.symbol?.declarations?.find(ts.isEnumMember);
  const place = member ?? written;
  const doc = place ? readValueDoc(place) : undefined;
  const comment = doc && !isSilent(doc) ? doc.description : "";
  const name = member && typeof value === "number" ? member.name.getText() : "";
  const text = [name, comment].filter((part) => part !== "").join(". ");
  return text === "" ? undefined : { value, text };
}
