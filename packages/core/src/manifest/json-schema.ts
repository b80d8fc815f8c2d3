/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A JSON Schema 2020-12 object, as the compiler emits it.
 *
 * Five keywords are our own, for converting values in both directions. Clients never see them.
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  /** The type of the TypeScript value that the JSON represents: `"Date"`, `"Map"`, … */
  readonly "x-ts"?: string;
  /** Properties that this branch of a union may have only because another branch declares them. */
  readonly "x-foreign"?: readonly string[];
  /** The branches of a root union of objects, which clients see as one object. */
  readonly "x-anyOf"?: readonly JsonSchema[];
  /** In a result, the schema of the elements after `prefixItems`; `items` admits all elements. */
  readonly "x-rest"?: JsonSchema;
  /** Marks the root of a hand-written schema: no type declares its properties. */
  readonly "x-given"?: true;
}
