import type { ValueNote } from "./value-notes.js";

/** A JSON Schema under construction. */
export interface Schema {
  [keyword: string]: unknown;
  "x-ts"?: string;
  /** What each value of an enum means. It becomes part of the description in the end. */
  "x-notes"?: readonly ValueNote[];
}
