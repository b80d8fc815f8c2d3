import type { JsonSchema } from "../manifest/json-schema.js";
import { isAnnotation } from "../validation/keywords/index.js";
import { type Encode, encodeChild } from "./encode-run.js";
import { listedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";

/** Makes the encoder of an array's items; `undefined` if the schema does not describe them. */
export function encodeItems(schema: JsonSchema, compile: (inner: Subschema) => Encode): Encode | undefined {
  const prefix = listedSubschemas(schema, "prefixItems").map(compile);
  // For the elements after `prefixItems`, `items` is what hosts need, and `x-rest` is their real schema.
  const [rest] = soleSubschema(schema, schema["x-rest"] === undefined ? "items" : "x-rest").map(compile);
  if (rest === undefined && prefix.length === 0) return undefined;
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema as { minItems?: number; maxItems?: number };
  const isKnown = Object.keys(schema).every((keyword) => SEEN.has(keyword) || isAnnotation(keyword));
  return (value, run) => {
    if (!isKnown) run.isSure = false;
    if (!Array.isArray(value)) {
      run.isSure = false;
      return value;
    }
    if (value.length < minItems || value.length > maxItems) run.isSure = false;
    const json: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const encode = prefix[index] ?? rest;
      // After the end of a closed tuple, nothing is declared. Validation refuses such elements.
      if (encode === undefined) run.isSure = false;
      json[index] = encode === undefined ? null : (encodeChild(encode, value[index], index, run) ?? null);
    }
    return json;
  };
}

/** The keywords of an array that encoding checks. */
const SEEN: ReadonlySet<string> = new Set(["type", "items", "prefixItems", "minItems", "maxItems", "x-ts"]);
