import type { JsonSchema } from "../json-schema.js";
import { type Encode, encodeChild } from "./encode-run.js";
import { listedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";

/** Encodes the items of an array; `undefined` for a schema that says nothing of them. */
export function encodeItems(schema: JsonSchema, compile: (inner: Subschema) => Encode): Encode | undefined {
  const prefix = listedSubschemas(schema, "prefixItems").map(compile);
  const [rest] = soleSubschema(schema, "items").map(compile);
  if (rest === undefined && prefix.length === 0) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return value;
    const json: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const encode = prefix[index] ?? rest;
      // Behind the end of a closed tuple nothing is declared, and validation refuses it.
      json[index] = encode === undefined ? null : (encodeChild(encode, value[index], index, run) ?? null);
    }
    return json;
  };
}
