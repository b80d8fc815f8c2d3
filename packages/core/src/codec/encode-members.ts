import type { JsonSchema } from "../json-schema.js";
import { isObject } from "../validation/is-object.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { ANY_KEY, type Encode, type EncodeRun, encodeChild, omit } from "./encode-run.js";
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
    let seen = 0;
    for (const key of Object.keys(value)) {
      const declared = properties.get(key);
      if (declared !== undefined) seen += 1;
      encodeMember(json, key, value[key], declared, run);
    }
    // What a getter of a class gives, or is not enumerable, is declared as well.
    if (seen < properties.size) {
      for (const [key, declared] of properties) {
        if (!Object.hasOwn(json, key) && isReadable(value, key)) encodeMember(json, key, value[key], declared, run);
      }
    }
    return json;
  };

  function encodeMember(
    json: { [key: string]: unknown },
    key: string,
    member: unknown,
    declared: Encode | undefined,
    run: EncodeRun,
  ): void {
    if (member === undefined || typeof member === "function" || typeof member === "symbol") return;
    const encode = declared ?? encoderOf(key);
    if (encode === undefined) {
      omit(key, run);
      return;
    }
    const encoded = encodeChild(encode, member, declared === undefined ? ANY_KEY + key : key, run);
    if (encoded !== undefined) setMember(json, key, encoded);
  }

  function encoderOf(key: string): Encode | undefined {
    return patterns.find(([pattern]) => matches(pattern, key))?.[1] ?? rest;
  }
}

/** Whether an object has a property that `Object.keys` does not show. What every object inherits is none of its own. */
function isReadable(value: object, key: string): boolean {
  return key in value && !(key in Object.prototype && !Object.hasOwn(value, key));
}
