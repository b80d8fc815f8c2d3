import type { JsonSchema } from "../json-schema.js";
import { isObject } from "../validation/is-object.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { ANY_KEY, type Encode, encodeChild, omit } from "./encode-run.js";
import { setMember } from "./natural-json.js";
import { namedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";

/**
 * Encodes the properties of an object that its type declares, and leaves out the others; `undefined` for a schema that
 * says nothing of properties.
 */
export function encodeMembers(
  schema: JsonSchema,
  pointer: string,
  compile: (inner: Subschema) => Encode,
): Encode | undefined {
  const properties = new Map(namedSubschemas(schema, "properties").map((inner) => [inner.name, compile(inner)]));
  const patterns = namedSubschemas(schema, "patternProperties").map(
    (inner) => [compilePattern(inner.name, pointer + toJsonPointer(inner.path)), compile(inner)] as const,
  );
  const [rest] = soleSubschema(schema, "additionalProperties")
    .filter((inner) => inner.schema !== false)
    .map(compile);
  if (properties.size === 0 && patterns.length === 0 && schema.additionalProperties === undefined) return undefined;

  return (value, run) => {
    if (!isObject(value)) return value;
    const json: { [key: string]: unknown } = {};
    for (const key of Object.keys(value)) {
      const member = value[key];
      if (member === undefined || typeof member === "function" || typeof member === "symbol") continue;
      const declared = properties.get(key);
      const encode = declared ?? encoderOf(key);
      if (encode === undefined) {
        omit(key, run);
        continue;
      }
      const encoded = encodeChild(encode, member, declared === undefined ? ANY_KEY + key : key, run);
      if (encoded !== undefined) setMember(json, key, encoded);
    }
    return json;
  };

  function encoderOf(key: string): Encode | undefined {
    return patterns.find(([pattern]) => matches(pattern, key))?.[1] ?? rest;
  }
}
