import type { JsonSchema } from "../json-schema.js";
import { compileTransform } from "./transform-compiler.js";

/**
 * Makes a function from JSON to the values that the types promise: it fills in the defaults of absent properties and
 * makes `x-ts` strings, arrays and objects into the values they stand for. It never changes its input, which has been
 * validated before.
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
  return compileTransform(schema, "decode");
}
