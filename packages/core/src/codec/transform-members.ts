import type { JsonSchema } from "../manifest/json-schema.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { isObject } from "../values/is-object.js";
import { namedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";
import { type Transform, transformChild } from "./transform.js";

/** Transforms the properties of an object. */
export function transformMembers(
  schema: JsonSchema,
  pointer: string,
  compile: (inner: Subschema) => Transform | undefined,
): Transform | undefined {
  const properties = new Map(namedSubschemas(schema, "properties").map((inner) => [inner.name, compile(inner)]));
  const patterns = namedSubschemas(schema, "patternProperties").map(
    (inner) => [compilePattern(inner.name, pointer + toJsonPointer(inner.path)), compile(inner)] as const,
  );
  const [rest] = soleSubschema(schema, "additionalProperties").map(compile);
  const transforms = [...properties.values(), ...patterns.map(([, transform]) => transform), rest];
  if (transforms.every((transform) => transform === undefined)) return undefined;

  return (value, run) => {
    if (!isObject(value)) return value;
    let result: { [key: string]: unknown } | undefined;
    for (const key of Object.keys(value)) {
      let member = value[key];
      for (const transform of transformsOf(key)) member = transformChild(transform, member, run);
      if (member !== value[key]) result = setProperty(result ?? { ...value }, key, member);
    }
    return result ?? value;
  };

  function transformsOf(key: string): readonly Transform[] {
    const matching = patterns.filter(([pattern]) => matches(pattern, key)).map(([, transform]) => transform);
    if (properties.has(key)) matching.push(properties.get(key));
    else if (matching.length === 0) matching.push(rest);
    return matching.filter((transform) => transform !== undefined);
  }
}

/** Sets an own property, even if it is called `__proto__`. */
function setProperty(target: { [key: string]: unknown }, key: string, value: unknown): { [key: string]: unknown } {
  return Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
