import type { JsonSchema } from "../manifest/json-schema.js";
import { createRun } from "../validation/check.js";
import { compileDecoder } from "./decode-compiler.js";
import { mentions } from "./mentions.js";

/**
 * Makes a function that converts JSON to the values of the declared types: `x-ts` strings, arrays and objects become
 * the values that they represent. It does not change its input, which must be validated before, and fills in no
 * defaults: the method's own code does that.
 *
 * In a union, the branch that declares most of the value's properties is used; among equals, the one that is plain
 * JSON.
 *
 * @returns `undefined` if the declared types are plain JSON
 * @throws UnsupportedSchemaError when an `x-ts` name has no codec, or a union with such values has an unknown keyword
 *
 * @example
 * ```ts
 * const decode = createDecoder({ type: "string", format: "date-time", "x-ts": "Date" });
 * decode?.("2026-01-31T12:00:00Z"); // a Date
 * ```
 */
export function createDecoder(schema: JsonSchema): ((json: unknown) => unknown) | undefined {
  const decode = mentions(schema, "x-ts") ? compileDecoder(schema) : undefined;
  return decode && ((json) => decode(json, createRun()));
}
