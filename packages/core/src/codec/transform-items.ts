import type { JsonSchema } from "../manifest/json-schema.js";
import { listedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";
import { type Transform, transformChild } from "./transform.js";

/** Transforms the items of an array. */
export function transformItems(
  schema: JsonSchema,
  compile: (inner: Subschema) => Transform | undefined,
): Transform | undefined {
  const prefix = listedSubschemas(schema, "prefixItems").map(compile);
  const [rest] = soleSubschema(schema, "items").map(compile);
  if (rest === undefined && prefix.every((transform) => transform === undefined)) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return value;
    let result: unknown[] | undefined;
    for (const [index, item] of value.entries()) {
      const transform = index < prefix.length ? prefix[index] : rest;
      if (transform === undefined) continue;
      const converted = transformChild(transform, item, run);
      if (converted === item) continue;
      result ??= [...value];
      result[index] = converted;
    }
    return result ?? value;
  };
}
