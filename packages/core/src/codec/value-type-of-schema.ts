import type { JsonSchema } from "../manifest/json-schema.js";
import { UnsupportedSchemaError } from "../validation/schema-errors.js";
import type { ValueType } from "../values/value-type.js";
import { VALUE_TYPES } from "../values/value-types.js";

/** The value type that a schema names with `x-ts`, if any. @throws UnsupportedSchemaError when the name is unknown */
export function valueTypeOfSchema(schema: JsonSchema, pointer: string): ValueType | undefined {
  const name = schema["x-ts"];
  if (name === undefined) return undefined;
  const type = VALUE_TYPES.get(name);
  if (type === undefined) throw new UnsupportedSchemaError(`${pointer}/x-ts`, `there is no codec for "${name}"`);
  return type;
}
