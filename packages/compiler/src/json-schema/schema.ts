import type { ValueNote } from "./value-notes.js";

/** A JSON Schema under construction. */
export interface Schema {
  [keyword: string]: unknown;
  "x-ts"?: string;
  /** What each of a list of values means. In the end it becomes part of the description. */
  "x-notes"?: readonly ValueNote[];
}
