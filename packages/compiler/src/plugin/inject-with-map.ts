import MagicString from "magic-string";
import type { Compilation } from "../compile.js";
import { manifestInsertions } from "../manifest-insertions.js";

/** A module's text. */
export interface Code {
  readonly code: string;
  /** A source map to the text it was made from, as JSON. */
  readonly map: string;
}

/** Registers the manifests of a module's classes. Nothing comes back for a module without such classes. */
export function injectWithMap(source: string, file: string, compilation: Compilation): Code | undefined {
  const insertions = manifestInsertions(source, file, compilation);
  if (insertions.length === 0) return undefined;
  const changed = new MagicString(source);
  for (const { at, text } of insertions) changed.appendLeft(at, text);
  const map = changed.generateMap({ source: file, includeContent: true, hires: "boundary" });
  return { code: changed.toString(), map: map.toString() };
}
