import type { Schema } from "../json-schema/schema.js";
import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { indexSchemas } from "./index-schemas.js";
import { jsonProperties } from "./json-properties.js";
import { propertySchema } from "./property-schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/**
 * Objects with properties, index signatures, or both. In arguments, they have only the declared properties, unless the
 * type declares none or is the constraint of a type parameter.
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
    // Not by assignment, which would set the prototype for a property named `__proto__`. A type with only methods has
    // no properties left, and nothing of it is sent.
    ...((properties.length > 0 || declaresAny(site, builder)) && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(isClosed(site, builder) && { additionalProperties: false }),
    ...(isOpen(site, builder) && builder.direction === "output" && { additionalProperties: {} }),
    ...indexSchemas(site, builder),
  };
};

/** Whether a type declares any properties, sent or not. */
function declaresAny({ type }: Site, { project }: SchemaBuilder): boolean {
  return project.checker.getPropertiesOfType(type).length > 0;
}

function isClosed(site: Site, builder: SchemaBuilder): boolean {
  return builder.closed && declaresAny(site, builder) && !isOpen(site, builder) && !hasIndex(site, builder);
}

/**
 * Whether a value may have more properties than its type declares: for the constraint of a type parameter, or `Named &
 * object`.
 */
function isOpen({ type, open = false }: Site, { project }: SchemaBuilder): boolean {
  const isAnyObject = type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.NonPrimitive);
  return open || isAnyObject || isMappedOverParameter(type, project.checker);
}

/** `Partial<T>` and similar types of a type parameter, alone or in an intersection. */
function isMappedOverParameter(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isIntersection()) return type.types.some((part) => isMappedOverParameter(part, checker));
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return false;
  // Listing the properties makes the checker store what a type is mapped over, which is `keyof T` for a type parameter.
  checker.getPropertiesOfType(type);
  const { constraintType: keys } = type as { readonly constraintType?: ts.Type };
  return keys !== undefined && (keys.flags & ts.TypeFlags.Index) !== 0;
}

/** Symbol keys are never sent. */
function hasIndex({ type }: Site, { project }: SchemaBuilder): boolean {
  return project.checker.getIndexInfosOfType(type).some(({ keyType }) => !(keyType.flags & ts.TypeFlags.ESSymbolLike));
}

/** The type `{}`: it has no properties, but it does not mean an object. */
function isAnythingButNull(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Anonymous)) return false;
  if (checker.getPropertiesOfType(type).length > 0 || checker.getIndexInfosOfType(type).length > 0) return false;
  return (type.symbol?.declarations ?? []).every(ts.isTypeLiteralNode);
}
