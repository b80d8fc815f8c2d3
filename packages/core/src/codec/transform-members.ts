import type { JsonSchema } from "../json-schema.js";
import { hasProperty, isObject } from "../validation/is-object.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { hasDefault } from "./needs-transform.js";
import { namedSubschemas, type Subschema, soleSubschema } from "./subschemas.js";
import { type Transform, transformChild } from "./transform.js";

/** Transforms the properties of an object, and fills in those that are absent and have a default. */
export function transformMembers(
  schema: JsonSchema,
  pointer: string,
  compile: (inner: Subschema) => Transform | undefined,
  fillDefaults: boolean,
): Transform | undefined {
  const properties = new Map(namedSubschemas(schema, "properties").map((inner) => [inner.name, compile(inner)]));
  const patterns = namedSubschemas(schema, "patternProperties").map(
    (inner) => [compilePattern(inner.name, pointer + toJsonPointer(inner.path)), compile(inner)] as const,
  );
  const [rest] = soleSubschema(schema, "additionalProperties").map(compile);
  const defaults = fillDefaults ? readDefaults(schema) : [];
  const transforms = [...properties.values(), ...patterns.map(([, transform]) => transform), rest];
  if (defaults.length === 0 && transforms.every((transform) => transform === undefined)) return undefined;

  return (value, run) => {
    if (!isObject(value)) return value;
    let result: { [key: string]: unknown } | undefined;
    for (const key of Object.keys(value)) {
      let member = value[key];
      for (const transform of transformsOf(key)) member = transformChild(transform, member, run);
      if (member !== value[key]) result = setProperty(result ?? { ...value }, key, member);
    }
    for (const [key, json] of defaults) {
      if (hasProperty(value, key)) continue;
      const transform = properties.get(key);
      // A copy, so that no call can change the default of the next one.
      const member = structuredClone(json);
      const converted = transform === undefined ? member : transformChild(transform, member, run);
      result = setProperty(result ?? { ...value }, key, converted);
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

function readDefaults(schema: JsonSchema): readonly (readonly [string, unknown])[] {
  return namedSubschemas(schema, "properties").flatMap(({ name, schema: property }) =>
    isObject(property) && hasDefault(property) ? [[name, property.default] as const] : [],
  );
}

/** Sets an own property, even one called `__proto__`. */
function setProperty(target: { [key: string]: unknown }, key: string, value: unknown): { [key: string]: unknown } {
  return Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
