import { isObject } from "../values/is-object.js";
import type { Site } from "./site.js";

/** The properties whose constant values identify a branch of a union, with these values. */
export type Tags = ReadonlyMap<string, readonly unknown[]>;

/** Reads the tags of a branch, following its `$ref`s. */
export function tagsOf(schema: unknown, site: Site): Tags {
  const tags = new Map<string, readonly unknown[]>();
  const properties = isObject(schema) ? follow(schema, site).properties : undefined;
  if (!isObject(properties)) return tags;
  for (const [key, property] of Object.entries(properties)) {
    if (!isObject(property)) continue;
    const values = Object.hasOwn(property, "const") ? [property.const] : property.enum;
    if (Array.isArray(values) && values.every(isPrimitive)) tags.set(key, values);
  }
  return tags;
}

type SchemaObject = { readonly [keyword: string]: unknown };

function follow(schema: SchemaObject, site: Site): SchemaObject {
  const reference = schema.$ref;
  if (typeof reference !== "string" || schema.properties !== undefined) return schema;
  const target = site.resolve(reference).schema;
  // This ends, because the compiler refuses circular references.
  return isObject(target) ? follow(target, site) : schema;
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
