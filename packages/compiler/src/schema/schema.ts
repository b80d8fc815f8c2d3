/** A JSON Schema under construction. */
export interface Schema {
  [keyword: string]: unknown;
  "x-ts"?: string;
}
