import type { JsonSchema } from "../manifest/json-schema.js";
import { innerSchemas } from "./inner-schemas.js";
import { toJsonPointer } from "./json-pointer.js";
import { UnsupportedSchemaError } from "./schema-errors.js";

/**
 * Refuses keywords that Ajv does not know either, because it would ignore them, and with them the author's
 * requirements.
 *
 * @param known The keywords that the closures know
 * @throws UnsupportedSchemaError
 */
export function refuseUnheardKeywords(
  schema: JsonSchema,
  known: ReadonlySet<string>,
  path: readonly string[] = [],
): void {
  for (const keyword of Object.keys(schema)) {
    // The decoder relies on what only the closures check of it.
    if (keyword === "x-ts") {
      throw new UnsupportedSchemaError(
        toJsonPointer([...path, keyword]),
        "other keywords of this schema are only known to Ajv, which does not know this one",
      );
    }
    if (known.has(keyword) || AJV.has(keyword) || keyword.startsWith("x-")) continue;
    throw new UnsupportedSchemaError(
      toJsonPointer([...path, keyword]),
      "neither the validator nor Ajv knows this keyword",
    );
  }
  for (const [keys, inner] of innerSchemas(schema)) refuseUnheardKeywords(inner, known, [...path, ...keys]);
}

/** The keywords of this draft and older ones that only Ajv knows. */
const AJV: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary"],
  ...["$defs", "definitions", "dependencies", "dependentSchemas", "additionalItems", "contentSchema"],
  ...["unevaluatedItems", "unevaluatedProperties"],
]);
