import type { JsonSchema } from "../json-schema.js";
import { compileTransform } from "./transform-compiler.js";

/**
 * Makes a function from values to their JSON, by the schema: the way back of `createDecoder`, but for defaults. What is
 * JSON already passes.
 *
 * @returns `undefined` when the types promise JSON
 * @throws UnsupportedSchemaError when an `x-ts` name has no codec, or a union with values has a keyword the closures do not know
 *
 * @example
 * ```ts
 * const encode = createEncoder({ type: "array", items: { type: "number" }, uniqueItems: true, "x-ts": "Set" });
 * encode?.(new Set([1, 2])); // [1, 2]
 * ```
 */
export function createEncoder(schema: JsonSchema): ((value: unknown) => unknown) | undefined {
  return compileTransform(schema, "encode");
}
