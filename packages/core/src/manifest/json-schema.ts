/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A JSON Schema 2020-12 object, as the compiler emits it.
 *
 * Five keywords are ours and never go on the wire: dispatch needs them to convert values both ways.
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  /** The TypeScript value that the JSON stands for: `"Date"`, `"Map"`, … */
  readonly "x-ts"?: string;
  /** The properties that a branch of a union may have because another branch declares them. */
  readonly "x-foreign"?: readonly string[];
  /** The branches of a union of objects at the root, which clients see as one object. */
  readonly "x-anyOf"?: readonly JsonSchema[];
  /** What the elements behind `prefixItems` are in a result, where `items` admits all elements. */
  readonly "x-rest"?: JsonSchema;
  /** Stands at the root of a schema that was written by hand. No type says which properties there are. */
  readonly "x-given"?: true;
}
