/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A JSON Schema 2020-12 object, as the compiler emits it.
 *
 * `x-ts` is ours: it names the TypeScript value that the JSON stands for (`"Date"`, `"Map"`, …), so that dispatch can
 * convert both ways. It never goes on the wire.
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly "x-ts"?: string;
}
