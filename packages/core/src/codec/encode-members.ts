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
  const keys = [...properties.keys()];
  const encoders = [...properties.values()];

  return (value, run) => {
    if (!isObject(value)) return value;
    const json: { [key: string]: unknown } = {};
    let found = 0;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      // What a getter of a class gives, or is not enumerable, is declared as well.
      const member = key === "__proto__" && !Object.hasOwn(value, key) ? undefined : value[key];
      if (encodeMember(json, key, member, encoders[index] as Encode, key, run)) found += 1;
    }
    let own = 0;
    for (const _ in value) own += 1;
    if (own > found) encodeOthers(json, value, run);
    return json;
  };

  /** Encodes what the type declares for any name, and leaves out the rest. */
  function encodeOthers(
    json: { [key: string]: unknown },
    value: { readonly [key: string]: unknown },
    run: EncodeRun,
  ): void {
    for (const key of Object.keys(value)) {
      const member = value[key];
      if (properties.has(key) || !isSendable(member)) continue;
      const encode = patterns.find(([pattern]) => matches(pattern, key))?.[1] ?? rest;
      if (encode === undefined) omit(key, run);
      else encodeMember(json, key, member, encode, ANY_KEY + key, run);
    }
  }
}

/** Whether a property has a value that JSON knows. */
function isSendable(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

/** Whether there was something to encode. */
function encodeMember(
  json: { [key: string]: unknown },
  key: string,
  member: unknown,
  encode: Encode,
  step: string,
  run: EncodeRun,
): boolean {
  if (!isSendable(member)) return false;
  const encoded = encodeChild(encode, member, step, run);
  if (encoded !== undefined) setMember(json, key, encoded);
  return true;
}
