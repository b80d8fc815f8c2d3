import { toJsonPointer } from "../validation/json-pointer.js";
import { resolveReference, type Target } from "../validation/resolve-reference.js";
import { isObject } from "../values/is-object.js";
import { childSubschemas, inPlaceSubschemas, type Subschema } from "./subschemas.js";

/** Whether any values of a schema differ from their JSON. */
export function needsTransform(root: unknown, target: Target): boolean {
  const seen = new Set<object>();
  return visit(target);

  function visit({ schema, pointer }: Target): boolean {
    if (!isObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    const below = ({ schema, path }: Subschema): Target => ({ schema, pointer: pointer + toJsonPointer(path) });
    return (
      schema["x-ts"] !== undefined ||
      [...childSubschemas(schema), ...inPlaceSubschemas(schema)].some((inner) => visit(below(inner))) ||
      (typeof schema.$ref === "string" && visit(resolveReference(root, schema.$ref, `${pointer}/$ref`)))
    );
  }
}
