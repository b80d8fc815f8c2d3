import type { JsonSchema } from "../manifest/json-schema.js";
import { isAnnotation } from "../validation/keywords/index.js";
import { type Encode, encodeChild } from "./encode-run.js";
import { listedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";

/** Encodes the items of an array; `undefined` for a schema that says nothing of them. */
export function encodeItems(schema: JsonSchema, compile: (inner: Subschema) => Encode): Encode | undefined {
  const prefix = listedSubschemas(schema, "prefixItems").map(compile);
  // Beside the elements that have a type of their own, `items` says of the rest what hosts need, and `x-rest` what it is.
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
      // Behind the end of a closed tuple nothing is declared, and validation refuses it.
      if (encode === undefined) run.isSure = false;
      json[index] = encode === undefined ? null : (encodeChild(encode, value[index], index, run) ?? null);
    }
    return json;
  };
}

/** The keywords of an array that encoding sees to. */
const SEEN: ReadonlySet<string> = new Set(["type", "items", "prefixItems", "minItems", "maxItems", "x-ts"]);
