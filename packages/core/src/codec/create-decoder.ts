import type { JsonSchema } from "../manifest/json-schema.js";
import { createRun } from "../validation/check.js";
import { compileDecoder } from "./decode-compiler.js";

/**
 * Makes a function from JSON to the values that the types promise: `x-ts` strings, arrays and objects become the values
 * they stand for. It never changes its input, which has been validated before, and fills in no default: the code of the
 * method does that.
 *
 * In a union the branch decides that declares most of the value's properties; among equals, the one that is plain JSON.
 *
 * @returns `undefined` when JSON is what the types promise
 * @throws UnsupportedSchemaError when an `x-ts` name has no codec, or a union with values has a keyword the closures do not know
 *
 * @example
 * ```ts
 * const decode = createDecoder({ type: "string", format: "date-time", "x-ts": "Date" });
 * decode?.("2026-01-31T12:00:00Z"); // a Date
 * ```
 */
export function createDecoder(schema: JsonSchema): ((json: unknown) => unknown) | undefined {
  const decode = compileDecoder(schema);
  return decode && ((json) => decode(json, createRun()));
}
