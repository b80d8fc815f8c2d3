import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { indexSchemas } from "./index-schemas.js";
import { jsonProperties } from "./json-properties.js";
import { propertySchema } from "./property-schema.js";
import type { Schema } from "./schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/**
 * Objects with properties, index signatures, or both. What clients send has the declared properties and no others, unless
 * the type declares none at all or is what a type parameter allows.
 */
export const convertObject: Converter = (site, builder) => {
  if (!(site.type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return undefined;
  if (isAnythingButNull(site.type, builder.project.checker)) {
    const types = ["string", "number", "boolean", "object"].map((type) => ({ type }));
    return { anyOf: [...types, { type: "array", items: {} }] };
  }
  const properties: [string, Schema][] = [];
  const required: string[] = [];
  for (const property of jsonProperties(site, builder)) {
    const schema = propertySchema(property, site, builder);
    if (!schema) continue;
    properties.push([property.name, schema]);
    if (!property.optional) required.push(property.name);
  }
  return {
    type: "object",
    // Not by assignment, which would change the prototype for a property named `__proto__`.
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(isClosed(site, builder) && { additionalProperties: false }),
    ...indexSchemas(site, builder),
  };
};

function isClosed({ type, open }: Site, { closed, project }: SchemaBuilder): boolean {
  const { checker } = project;
  if (!closed || open || checker.getPropertiesOfType(type).length === 0) return false;
  // `Named & object` says that there may be more.
  const isAnyObject = type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.NonPrimitive);
  return !isAnyObject && checker.getIndexInfosOfType(type).length === 0;
}

/** The type that is written `{}`: it has no properties, but it is no type of objects. */
function isAnythingButNull(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Anonymous)) return false;
  if (checker.getPropertiesOfType(type).length > 0 || checker.getIndexInfosOfType(type).length > 0) return false;
  return (type.symbol?.declarations ?? []).every(ts.isTypeLiteralNode);
}
