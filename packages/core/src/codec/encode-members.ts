import type { JsonSchema } from "../manifest/json-schema.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { isAnnotation } from "../validation/keywords/index.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { isObject } from "../values/is-object.js";
import { ANY_KEY, type Encode, type EncodeRun, encodeChild, omit } from "./encode-run.js";
import { setMember } from "./natural-json.js";
import { namedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";

/**
 * Makes the encoder of an object's properties, which leaves out undeclared ones; `undefined` if the schema does not
 * describe properties.
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
  const { properties: declared, patternProperties, additionalProperties } = schema;
  if (declared === undefined && patternProperties === undefined && additionalProperties === undefined) return undefined;

  const required = (schema.required ?? []) as readonly string[];
  // Several patterns may match one name; only the first one encodes it.
  const isKnown =
    patterns.length === 0 && Object.keys(schema).every((keyword) => SEEN.has(keyword) || isAnnotation(keyword));

  // The message of an `Error` is not enumerable, but its type may declare it.
  const isReadable = properties.size > 0 && schema["x-ts"] === undefined;

  return (value, run) => {
    if (!isKnown) run.isSure = false;
    if (typeof value !== "object" || value === null || Array.isArray(value) || !(isObject(value) || isReadable)) {
      run.isSure = false;
      return value;
    }
    const object = value as { readonly [key: string]: unknown };
    const json: { [key: string]: unknown } = {};
    let found = 0;
    // In the order of the value, like JSON.stringify.
    for (const key of isObject(value) ? Object.keys(value) : []) {
      const encode = properties.get(key);
      if (encode === undefined) encodeOther(json, key, object, run);
      else {
        encodeMember(json, key, object[key], encode, key, run);
        found += 1;
      }
    }
    if (found < properties.size) encodeHidden(json, object, run);
    for (const key of required) if (!Object.hasOwn(json, key)) run.isSure = false;
    if (isObject(value) || Object.keys(json).length > 0) return json;
    // A type that shares no property with a `Uint8Array` does not describe one.
    run.isSure = false;
    return value;
  };

  /** Encodes a property of any name if the type allows those; leaves out the rest. */
  function encodeOther(
    json: { [key: string]: unknown },
    key: string,
    value: { readonly [key: string]: unknown },
    run: EncodeRun,
  ): void {
    const encode = patterns.find(([pattern]) => matches(pattern, key))?.[1] ?? rest;
    if (encode !== undefined) encodeMember(json, key, value[key], encode, ANY_KEY + key, run);
    // Getters are not called, because they may load something or throw.
    else if (isSendable(Object.getOwnPropertyDescriptor(value, key)?.value)) omit(key, run);
  }

  /** Encodes declared properties that are not in `Object.keys`: getters of a class, and non-enumerable ones. */
  function encodeHidden(
    json: { [key: string]: unknown },
    value: { readonly [key: string]: unknown },
    run: EncodeRun,
  ): void {
    for (const [key, encode] of properties) {
      // Apart from functions, this is all that every object inherits.
      if (Object.hasOwn(json, key) || key === "__proto__") continue;
      encodeMember(json, key, value[key], encode, key, run);
    }
  }
}

/** The keywords of an object that encoding checks. */
const SEEN: ReadonlySet<string> = new Set(["type", "properties", "required", "additionalProperties", "x-ts"]);

/** Whether JSON can hold the value of a property. */
function isSendable(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

function encodeMember(
  json: { [key: string]: unknown },
  key: string,
  member: unknown,
  encode: Encode,
  step: string,
  run: EncodeRun,
): void {
  if (!isSendable(member)) return;
  const encoded = encodeChild(encode, member, step, run);
  if (encoded !== undefined) setMember(json, key, encoded);
}
