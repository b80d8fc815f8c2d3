import type { JsonSchema } from "../json-schema.js";
import { isObject } from "../validation/is-object.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { resolveReference, type Target } from "../validation/resolve-reference.js";
import { childSubschemas, inPlaceSubschemas, namedSubschemas, type Subschema } from "./subschemas.js";

/** Asks whether values of a schema differ from their JSON at all, or have defaults to fill in. */
export function needsTransform(root: unknown, target: Target, fillDefaults: boolean): boolean {
  const seen = new Set<object>();
  return visit(target);

  function visit({ schema, pointer }: Target): boolean {
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    const below = ({ schema, path }: Subschema): Target => ({ schema, pointer: pointer + toJsonPointer(path) });
    return (
      schema["x-ts"] !== undefined ||
      (fillDefaults && hasDefaults(schema)) ||
      [...childSubschemas(schema), ...inPlaceSubschemas(schema)].some((inner) => visit(below(inner))) ||
      (typeof schema.$ref === "string" && visit(resolveReference(root, schema.$ref, `${pointer}/$ref`)))
    );
  }
}

/** Asks whether one of these keywords occurs anywhere. If not, there is no need to understand the schema. */
export function mentions(schema: unknown, keywords: readonly string[]): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  return (
    keywords.some((keyword) => Object.hasOwn(schema, keyword)) ||
    Object.values(schema).some((inner) => mentions(inner, keywords))
  );
}

/** Asks whether a property has a default. */
export function hasDefault(schema: JsonSchema): boolean {
  return Object.hasOwn(schema, "default");
}

function hasDefaults(schema: JsonSchema): boolean {
  return namedSubschemas(schema, "properties").some(
    (property) => isObject(property.schema) && hasDefault(property.schema),
  );
}
