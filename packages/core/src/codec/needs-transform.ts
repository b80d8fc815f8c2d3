import type { JsonSchema } from "../json-schema.js";
import { isObject } from "../validation/is-object.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { childSubschemas, inPlaceSubschemas, namedSubschemas } from "./subschemas.js";

/**
 * Asks whether values of a schema differ from their JSON at all, or have defaults to fill in.
 *
 * @param fillDefaults What to do for the schema's own properties; `undefined`: never, at any depth
 */
export function needsTransform(root: unknown, schema: unknown, fillDefaults: boolean | undefined): boolean {
  const seen = new Map<boolean | undefined, Set<object>>();
  return visit(schema, fillDefaults);

  function visit(schema: unknown, fill: boolean | undefined): boolean {
    if (!isObject(schema)) return false;
    const known = seen.get(fill) ?? new Set();
    if (known.has(schema)) return false;
    seen.set(fill, known.add(schema));
    return (
      schema["x-ts"] !== undefined ||
      (fill === true && hasDefaults(schema)) ||
      childSubschemas(schema).some((child) => visit(child.schema, fill === undefined ? undefined : true)) ||
      inPlaceSubschemas(schema).some((same) => visit(same.schema, fill)) ||
      (typeof schema.$ref === "string" && visit(resolveReference(root, schema.$ref, "/$ref").schema, fill))
    );
  }
}

function hasDefaults(schema: JsonSchema): boolean {
  return namedSubschemas(schema, "properties").some(
    (property) => isObject(property.schema) && hasDefault(property.schema),
  );
}

/** Asks whether a property has a default. */
export function hasDefault(schema: JsonSchema): boolean {
  return Object.hasOwn(schema, "default");
}
