import MagicString from "magic-string";
import type { Insertion } from "./insertion.js";

/** A module's text. */
export interface Code {
  readonly code: string;
  /** A source map to the text it was made from, as JSON. */
  readonly map: string;
}

/** A module's source with the insertions; undefined if there are none. */
export function injectWithMap(source: string, file: string, insertions: readonly Insertion[]): Code | undefined {
  if (insertions.length === 0) return undefined;
  const changed = new MagicString(source);
  for (const { at, text } of insertions) changed.appendLeft(at, text);
  const map = changed.generateMap({ source: file, includeContent: true, hires: "boundary" });
  return { code: changed.toString(), map: map.toString() };
}
